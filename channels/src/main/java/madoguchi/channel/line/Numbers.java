package madoguchi.channel.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.conversation.Choice;
import madoguchi.bot.conversation.Utterance;

/** The entries that a reply lets choose from, numbered through all its lines, each once. */
record Numbers(Map<String, Integer> byValue) {

  static Numbers of(List<Utterance> said) {
    Map<String, Integer> byValue = new LinkedHashMap<>();
    said.stream()
        .flatMap(line -> line.choices().stream())
        .map(Choice::value)
        .filter(value -> value.startsWith(Wording.FAQ))
        .forEach(value -> byValue.putIfAbsent(value, byValue.size() + 1));
    return new Numbers(byValue);
  }

  /** What stands before it; nothing before a choice of no entry. */
  String before(String value) {
    Integer number = byValue.get(value);
    return number == null ? "" : number + ". ";
  }
}
