package madoguchi.bot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Responder;
import madoguchi.knowledge.index.Hit;
import madoguchi.knowledge.index.Learning;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;
import org.junit.jupiter.api.Test;

/**
 * Who types the name of a form or a service, alone or in an everyday sentence, gets the entry that
 * is plainly meant, or two or three choices where several entries are about it. The names stand in
 * {@code plain-questions.tsv}; each is asked in every frame, before and after words are learned.
 */
class PlainQuestionsTest {

  private static final List<String> FRAMES = List.of("_", "_はどうすればいい？", "_について教えて", "_について知りたいです");

  /** So few of a hundred may get something else, such as a related entry. */
  private static final double MOST_MISSED = 0.05;

  /** A name with what is about it. */
  private record Plain(String question, boolean one, Set<String> meant, Set<String> about) {

    boolean isServedBy(Answer answer) {
      return switch (answer) {
        case Answer.Answered(Hit hit, String text, String reason) ->
            meant.contains(hit.entry().id());
        case Answer.Choose choose -> !one && ofThem(choose) >= 2;
        default -> false;
      };
    }

    private long ofThem(Answer.Choose choose) {
      return choose.candidates().stream().filter(hit -> about.contains(hit.entry().id())).count();
    }
  }

  private static List<Plain> questions() {
    List<Plain> questions = new ArrayList<>();
    for (String line : lines()) {
      String[] cells = line.split("\t");
      Set<String> meant = cells[2].equals("-") ? Set.of() : Set.of(cells[2]);
      Set<String> about = new HashSet<>(meant);
      Stream.of(cells[3].split(",")).filter(id -> !id.equals("-")).forEach(about::add);
      for (String frame : Stream.concat(FRAMES.stream(), Stream.of(cells[4])).toList()) {
        questions.add(
            new Plain(frame.replace("_", cells[0]), cells[1].equals("one"), meant, about));
      }
    }
    return questions;
  }

  private static List<String> lines() {
    try (var in = PlainQuestionsTest.class.getResourceAsStream("/madoguchi/plain-questions.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @Test
  void areServedWithTheWordsLearned() {
    serves(DemoTown.responder(Learning.vectors(DemoTown.ENTRIES, Synonyms.municipal())));
  }

  @Test
  void areServedAtTheFirstStart() {
    serves(DemoTown.responder(WordVectors.NONE));
  }

  private static void serves(Responder responder) {
    List<String> missed = new ArrayList<>();
    List<String> left = new ArrayList<>();
    List<Plain> all = questions();
    for (Plain plain : all) {
      Answer answer = OneTurn.answer(responder, DemoTown.TOWN, DemoTown.DAY, plain.question);
      if (!plain.isServedBy(answer)) {
        missed.add(plain.question + " → " + said(answer));
      }
      boolean alone = answer instanceof Answer.Choose choose && choose.candidates().size() < 2;
      if (alone || answer instanceof Answer.Unanswered) {
        left.add(plain.question + " → " + said(answer));
      }
    }
    assertThat(all).hasSizeGreaterThan(500);
    assertAll(
        () -> assertThat(left).as("a single choice, or none").isEmpty(),
        () -> assertThat(missed).hasSizeLessThan((int) (MOST_MISSED * all.size())));
  }

  private static String said(Answer answer) {
    return switch (answer) {
      case Answer.Answered(Hit hit, String text, String reason) -> hit.entry().id();
      case Answer.Choose choose ->
          choose.candidates().stream().map(hit -> hit.entry().id()).toList().toString();
      default -> answer.getClass().getSimpleName();
    };
  }
}
