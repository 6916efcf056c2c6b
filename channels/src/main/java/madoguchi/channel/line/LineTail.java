package madoguchi.channel.line;

import java.util.Set;
import java.util.TreeSet;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.conversation.Choice;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.town.Municipality;

/**
 * What stands below the words of a line that is sent as text: the entries to choose from, with
 * their whole questions as a button's label is short, and the sources.
 */
record LineTail(Sentences sentences, WholeQuestions questions) {

  String of(Utterance line, Numbers numbers, Municipality town) {
    StringBuilder tail = new StringBuilder();
    Set<String> listed = new TreeSet<>();
    for (Choice choice : line.choices()) {
      String number = numbers.before(choice.value());
      if (!number.isEmpty() && listed.add(choice.value())) {
        tail.append(listed.size() == 1 ? "\n\n" : "\n").append(number).append(whole(choice, town));
      }
    }
    for (Source source : line.sources()) {
      tail.append("\n\n")
          .append(sentences.say("line.source", town, null).replace("{title}", source.title()));
      if (source.url() != null) {
        tail.append('\n').append(source.url());
      }
    }
    return tail.toString();
  }

  private String whole(Choice choice, Municipality town) {
    return questions
        .of(town, choice.value().substring(Wording.FAQ.length()))
        .orElse(choice.label());
  }
}
