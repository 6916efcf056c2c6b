package madoguchi.staff.inbox;

import java.util.List;
import madoguchi.bot.conversation.Utterance;
import madoguchi.staff.frame.JapaneseTime;

/** A line of a conversation as staff read it. */
record CaseLine(String at, String from, String text, List<String> sources, List<String> choices) {

  static CaseLine of(Utterance said) {
    return new CaseLine(
        JapaneseTime.minute(said.at()),
        said.from().name(),
        said.text(),
        said.sources().stream().map(source -> source.title()).toList(),
        said.choices().stream().map(choice -> choice.label()).toList());
  }
}
