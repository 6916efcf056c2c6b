package madoguchi.bot.policy;

import java.util.Optional;
import madoguchi.bot.answer.Deeds;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import madoguchi.knowledge.index.Hit;
import madoguchi.knowledge.index.KnowledgeIndexes;

/**
 * Many people write as they speak: 「粗大ごみなんですけど」, and then 「手数料は？」. A short message that is unsure
 * by itself is read together with the one before it, and so counts when it is surer so.
 */
final class ReadTogether implements Step {

  private final KnowledgeIndexes indexes;
  private final Policy policy;
  private final Deeds deeds;

  ReadTogether(KnowledgeIndexes indexes, Policy policy, Deeds deeds) {
    this.indexes = indexes;
    this.policy = policy;
    this.deeds = deeds;
  }

  @Override
  public boolean searches() {
    return true;
  }

  @Override
  public Result take(Turn turn) {
    double alone = best(turn);
    boolean unsure = alone < policy.of(turn.town()).answerFrom();
    Optional<String> before = unsure ? before(turn) : Optional.empty();
    if (before.isEmpty()) {
      return new Result.Go(turn);
    }
    Turn together =
        turn.withHits(
            indexes.search(
                turn.town().code(), before.get() + " " + turn.text(), turn.today(), policy.hits()));
    return new Result.Go(best(together) > alone && isMeant(together, turn) ? together : turn);
  }

  /** The new words must be about it too, and what was answered already is not answered again. */
  private static boolean isMeant(Turn together, Turn alone) {
    String found = together.hits().getFirst().entry().id();
    return alone.hits().stream().anyMatch(hit -> hit.entry().id().equals(found))
        && alone.lastSource().filter(source -> source.faqId().equals(found)).isEmpty();
  }

  /**
   * The resident's last words (a vote or a sticker is none), when both are short enough to belong
   * together.
   */
  private Optional<String> before(Turn turn) {
    if (length(turn.text()) >= policy.together()) {
      return Optional.empty();
    }
    return turn.lately().lines().reversed().stream()
        .filter(line -> line.from() == Sender.RESIDENT && !deeds.isDeed(line.text()))
        .findFirst()
        .map(Utterance::text)
        .filter(text -> !text.isBlank() && !text.equals(turn.text()))
        .filter(text -> length(text) + length(turn.text()) <= policy.together());
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static double best(Turn turn) {
    return turn.hits().stream().mapToDouble(Hit::confidence).max().orElse(0);
  }
}
