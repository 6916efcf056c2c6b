package madoguchi.bot.desk;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.TextAnalysis;

/** The question to which a vote belongs, and which questions are like it. */
final class VotedQuestion {

  private final TextAnalysis analysis = new TextAnalysis();

  /** What was asked in a resident's own words: not the label of the choice they pressed. */
  static Optional<Utterance> of(List<Utterance> lines, Utterance answer, String faqId) {
    String pressed = said(lines, answer).map(Utterance::text).orElse("");
    Optional<Utterance> offer =
        lines.reversed().stream()
            .filter(line -> line.number() < answer.number())
            .filter(
                line ->
                    line.choices().stream()
                        .anyMatch(
                            choice ->
                                choice.value().equals(Wording.FAQ + faqId)
                                    && choice.label().equals(pressed)))
            .findFirst();
    return said(lines, offer.orElse(answer)).filter(line -> !line.text().isBlank());
  }

  /**
   * Whether the message was several questions in one: which words this entry answers is not told.
   */
  static boolean isOneOfSeveral(List<Utterance> lines, Utterance answer) {
    return lines.stream()
        .anyMatch(
            line ->
                line.from() == Sender.BOT
                    && line.inReplyTo().equals(answer.inReplyTo())
                    && line.number() != answer.number()
                    && !line.sources().isEmpty());
  }

  private static Optional<Utterance> said(List<Utterance> lines, Utterance answer) {
    return lines.stream()
        .filter(
            line -> line.from() == Sender.RESIDENT && line.inReplyTo().equals(answer.inReplyTo()))
        .findFirst();
  }

  /** The question's terms, each once, in no order: so 粗大ごみの料金 is 料金　粗大ゴミ. */
  String sameAs(String question) {
    TreeSet<String> terms = new TreeSet<>(analysis.terms(question));
    return terms.isEmpty() ? JapaneseText.normalise(question) : String.join(" ", terms);
  }
}
