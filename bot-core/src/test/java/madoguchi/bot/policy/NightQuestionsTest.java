package madoguchi.bot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Responder;
import madoguchi.knowledge.index.Hit;
import madoguchi.knowledge.index.Learning;
import madoguchi.knowledge.text.Synonyms;
import org.junit.jupiter.api.Test;

/**
 * What residents type on a phone late in the evening: short, without particles, in kana, a
 * complaint instead of a question. The questions stand in {@code night-questions.tsv} with the
 * entries of the demo town that help.
 */
class NightQuestionsTest {

  private static final Responder RESPONDER =
      DemoTown.responder(Learning.vectors(DemoTown.ENTRIES, Synonyms.municipal()));

  /** A question with how it should end and the entries that help. */
  private record Typed(String ending, String question, Set<String> helping) {

    boolean isServedBy(Answer answer) {
      return switch (ending) {
        case "answered" -> answer instanceof Answer.Answered one && helps(one.hit());
        case "offered" ->
            answer instanceof Answer.Answered one && helps(one.hit())
                || answer instanceof Answer.Choose choose
                    && choose.candidates().stream().anyMatch(this::helps);
        case "none" -> !(answer instanceof Answer.Answered);
        default -> throw new IllegalStateException(ending);
      };
    }

    private boolean helps(Hit hit) {
      return helping.contains(hit.entry().id());
    }
  }

  private static List<Typed> questions() throws IOException {
    try (var in = NightQuestionsTest.class.getResourceAsStream("/madoguchi/night-questions.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cells -> new Typed(cells[0], cells[1], Set.of(cells[2].split(","))))
          .toList();
    }
  }

  @Test
  void endAsTheyShould() throws IOException {
    List<String> missed = new ArrayList<>();
    for (Typed typed : questions()) {
      Answer answer = OneTurn.answer(RESPONDER, DemoTown.TOWN, DemoTown.DAY, typed.question);
      if (!typed.isServedBy(answer)) {
        missed.add(typed + " → " + answer.getClass().getSimpleName());
      }
    }

    assertThat(questions()).hasSizeGreaterThan(60);
    assertThat(missed).isEmpty();
  }
}
