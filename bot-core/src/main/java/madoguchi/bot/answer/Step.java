package madoguchi.bot.answer;

/** One step on the way to an answer: ends the turn or hands it on. */
@FunctionalInterface
public interface Step {

  Result take(Turn turn);

  /** Whether it looks for an entry, which takes far longer than all else. */
  default boolean searches() {
    return false;
  }

  /** What a step makes of a turn. */
  sealed interface Result {
    /** The next step takes it. */
    record Go(Turn turn) implements Result {}

    /** This is the answer. */
    record End(Turn turn, Answer answer) implements Result {}
  }
}
