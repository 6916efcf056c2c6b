package madoguchi.bot.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.knowledge.index.Hit;

/**
 * Several questions in one message are each answered, if each finds an entry of its own and at
 * least one of them surely; else the message is taken as one question.
 */
final class AnswerEach implements Step {

  /** What the staff reads before the number of a question within a message. */
  static final String PART = "分けた質問の番号";

  private final Questions questions;
  private final List<Step> steps;

  /**
   * A step of steps.
   *
   * @param steps what is done with each question; the last of them ends the turn
   */
  AnswerEach(Questions questions, List<Step> steps) {
    this.questions = questions;
    this.steps = List.copyOf(steps);
  }

  @Override
  public boolean searches() {
    return true;
  }

  @Override
  public Result take(Turn turn) {
    List<String> parts = questions.of(turn.text());
    if (parts.size() < 2) {
      return new Result.Go(turn);
    }
    List<Answer> answers = new ArrayList<>();
    List<Hit> hits = new ArrayList<>();
    Set<String> entries = new HashSet<>();
    double surest = 0;
    Turn before = turn.asking("");
    for (String part : parts) {
      Result.End end = walk(turn.asking(part));
      if (!isSelfContained(before, end.turn())) {
        return new Result.Go(turn);
      }
      before = end.turn();
      boolean fits =
          switch (end.answer()) {
            case Answer.Answered(Hit hit, String text, String reason) ->
                entries.add(hit.entry().id());
            case Answer.Choose choose -> entries.add(choose.candidates().getFirst().entry().id());
            default -> false;
          };
      if (!fits) {
        return new Result.Go(turn);
      }
      answers.add(end.answer());
      int number = answers.size();
      end.turn().hits().forEach(hit -> hits.add(ofPart(hit, number)));
      surest = Math.max(surest, end.turn().hits().getFirst().confidence());
    }
    return answers.stream().anyMatch(Answer.Answered.class::isInstance) && !isOne(turn, surest)
        ? new Result.End(turn.withHits(hits), new Answer.Several(answers))
        : new Result.Go(turn);
  }

  /**
   * Whether a part says by itself what it is about. 「休みはいつですか」 after 「図書館はどこですか」 does not: both
   * together find another entry first, one that each of them finds too.
   */
  private boolean isSelfContained(Turn before, Turn part) {
    if (before.hits().isEmpty() || part.hits().isEmpty()) {
      return true;
    }
    List<Hit> both = walk(part.asking(before.text() + '。' + part.text())).turn().hits();
    String found = both.isEmpty() ? "" : both.getFirst().entry().id();
    return found.equals(part.hits().getFirst().entry().id())
        || !finds(before, found)
        || !finds(part, found);
  }

  private static boolean finds(Turn turn, String entry) {
    return turn.hits().stream().anyMatch(hit -> hit.entry().id().equals(entry));
  }

  /** Whether some entry answers the whole message more surely than any answers a part of it. */
  private boolean isOne(Turn turn, double surest) {
    return walk(turn).answer() instanceof Answer.Answered(Hit hit, String text, String reason)
        && hit.confidence() > surest;
  }

  private Result.End walk(Turn turn) {
    Turn at = turn;
    for (Step step : steps) {
      switch (step.take(at)) {
        case Result.Go(Turn next) -> at = next;
        case Result.End end -> {
          return end;
        }
      }
    }
    throw new IllegalStateException("no step ended the turn");
  }

  /** The hit, saying for the staff which of the questions found it. */
  private static Hit ofPart(Hit hit, int number) {
    List<Hit.Signal> why = new ArrayList<>(hit.why());
    why.addFirst(new Hit.Signal(PART, number, 0));
    return new Hit(hit.entry(), hit.score(), hit.confidence(), why);
  }
}
