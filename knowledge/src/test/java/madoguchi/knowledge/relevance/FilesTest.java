package madoguchi.knowledge.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three file forms, and the line that breaks them. */
class FilesTest {

  @TempDir Path folder;

  @Test
  void readsQuestionsByTheirHeader() throws Exception {
    Path file = write("\ufeffquery_id\tquery\tkind\r\nq1\t住民票　ほしい\tx\r\n\r\nq2\t\ty\n");
    assertThat(QueriesFile.read(file))
        .containsExactly(new Query("q1", "住民票　ほしい"), new Query("q2", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|line 1: the header with query_id and query is missing",
        "id\\tquery\\nq1\\tx|line 1: the header has no column query_id",
        "query_id\\ttext|line 1: the header has no column query",
        "query_id\\tquery\\nq1|line 2: fewer cells than the header",
        "query_id\\tquery\\nq1\\tx\\nq1\\ty|line 3: query_id q1 stands there twice",
        "query_id\\tquery\\nq 1\\tx|line 2: query_id is empty or has white space",
      })
  void refusesQuestionsWithTheLineAndTheReason(String content, String message) throws Exception {
    Path file = write(content.replace("\\t", "\t").replace("\\n", "\n"));
    assertThatThrownBy(() -> QueriesFile.read(file))
        .isInstanceOf(MalformedInput.class)
        .hasMessageEndingWith(message);
  }

  @Test
  void readsJudgments() throws Exception {
    Judgments judged = Judgments.read(write("q1 0 a 2\nq1\t0\tb\t0\n\nq2 0 a -1\n"));
    assertThat(judged.grade("q1", "a")).isEqualTo(2);
    assertThat(judged.grade("q2", "a")).isZero();
    assertThat(judged.isAnswerable("q1")).isTrue();
    assertThat(judged.isAnswerable("q2")).isFalse();
    assertThat(judged.highest()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'q1 0 a', line 1: must be: query_id 0 faq_id grade",
    "'q1 0 a good', line 1: must be: query_id 0 faq_id grade",
    "'q1 0 a 1\nq1 0 a 2', line 2: q1 and a are judged twice",
  })
  void refusesJudgmentsWithTheLineAndTheReason(String content, String message) throws Exception {
    Path file = write(content);
    assertThatThrownBy(() -> Judgments.read(file)).hasMessageEndingWith(message);
  }

  @Test
  void writesScoresThatFallStrictlyAndReadsThemAgain() throws Exception {
    Path file = folder.resolve("run");
    Ranking equal =
        new Ranking(
            "q1",
            List.of(
                new Ranking.Found("a", 2, .5),
                new Ranking.Found("b", 2, .5),
                new Ranking.Found("c", 2, .1)),
            0);
    RunFile.write(file, List.of(equal));
    assertThat(Files.readAllLines(file).getFirst()).isEqualTo("q1 Q0 a 1 2.000000 madoguchi");
    assertThat(RunFile.read(file).getFirst().ids(3)).containsExactly("a", "b", "c");
  }

  @Test
  void writesAtMostAHundredLinesAQuestion() throws Exception {
    Path file = folder.resolve("run");
    List<Ranking.Found> many =
        java.util.stream.IntStream.range(0, 150)
            .mapToObj(i -> new Ranking.Found("e" + i, -i, 0))
            .toList();
    RunFile.write(file, List.of(new Ranking("q", many, 0)));
    assertThat(Files.readAllLines(file)).hasSize(100);
  }

  @Test
  void refusesARunWhoseScoresDoNotFall() throws Exception {
    Path file = write("q Q0 a 1 2.0 x\nq Q0 b 2 2.0 x\n");
    assertThatThrownBy(() -> RunFile.read(file))
        .hasMessageEndingWith("line 2: the score does not fall");
  }

  @Test
  void keepsNoJudgmentThatIsChangedLater() {
    Map<String, Integer> grades = new java.util.HashMap<>(Map.of("a", 1));
    Judgments judged = new Judgments(Map.of("q", grades));
    grades.put("a", 0);
    assertThat(judged.grade("q", "a")).isEqualTo(1);
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("file"), content);
  }
}
