package madoguchi.bot.answer;

import java.util.Arrays;
import java.util.List;
import madoguchi.bot.town.Overloaded;
import madoguchi.bot.town.StorageAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks the steps until one ends the turn. A programming error in a step becomes the ending {@link
 * Answer.Failed}: the citizen gets the office's telephone number, and the failure is counted.
 */
public final class Responder {

  private static final Logger LOG = LoggerFactory.getLogger(Responder.class);

  private final List<Step> steps;
  private final Answer otherwise;

  /** With the steps in the order in which they are taken. */
  public Responder(List<Step> steps) {
    this(steps, new Answer.Unanswered("no-step-answered"));
  }

  private Responder(List<Step> steps, Answer otherwise) {
    this.steps = List.copyOf(steps);
    this.otherwise = otherwise;
  }

  /**
   * For what nobody will read any more: the same steps up to the first that searches. Who is in
   * need or asks for a person is heard; all else fails as {@code too-late}.
   */
  public Responder withoutSearch() {
    return new Responder(
        steps.stream().takeWhile(step -> !step.searches()).toList(), new Answer.Failed("too-late"));
  }

  /** The turn as the last step left it, with its answer. */
  public Step.Result.End respond(Turn turn) {
    Turn current = turn;
    try {
      for (Step step : steps) {
        switch (step.take(current)) {
          case Step.Result.Go(Turn next) -> current = next;
          case Step.Result.End end -> {
            return end;
          }
        }
      }
      return new Step.Result.End(current, otherwise);
    } catch (StorageAway | Overloaded storage) {
      // Nor could this ending be stored: the turn is thought out again when that is over.
      throw storage;
    } catch (RuntimeException broken) {
      // The message may hold the citizen's words; the place in the code does not.
      LOG.error(
          "a step failed: {} at {}",
          broken.getClass().getName(),
          Arrays.stream(broken.getStackTrace()).limit(8).toList());
      return new Step.Result.End(current, new Answer.Failed(broken.getClass().getSimpleName()));
    }
  }
}
