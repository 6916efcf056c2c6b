package madoguchi.knowledge.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of a measurement on a small town. */
class EvaluationTest {

  private static final List<FaqEntry> FAQ =
      List.of(
          FaqEntry.of("a", "住民票の写しはどこで取れますか。", "市民課です。"),
          FaqEntry.of("b", "粗大ごみはどう出しますか。", "電話で申し込みます。"),
          FaqEntry.of("c", "図書館は何時まで開いていますか。", "午後7時までです。"));

  @TempDir Path folder;

  @Test
  void measuresAndWritesTheRun() throws Exception {
    Path run = folder.resolve("run");
    String printed = run(write("qrels", "q1 0 b 1\nq2 0 a 1\n"), run);
    assertThat(printed).startsWith("SR@1\t0.5000\nSR@3\t0.5000\n").endsWith("\n");
    assertThat(Files.readString(run)).startsWith("q1 Q0 b 1 ");
  }

  @Test
  void writesTheRunBeforeItReadsTheJudgments() throws Exception {
    Path run = folder.resolve("run");
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> run(absent, run)).isInstanceOf(java.io.IOException.class);
    assertThat(Files.readString(run)).startsWith("q1 Q0 b 1 ");
  }

  @Test
  void aResolvedQuestionIsRememberedAndAWordListHelps() throws Exception {
    Path queries = write("queries", "query_id\tquery\nq1\tあの大きいやつ処分\nq2\tぶっくの館\n");
    Path qrels = write("qrels", "q1 0 b 1\nq2 0 c 1\n");
    Path words = write("words", "ぶっくの館 => 図書館\nひとつだけ\n");
    Path resolved = write("resolved", "query_id\tquery\nm1\tあの大きいやつを処分したい\n");
    Path resolvedBy = write("resolvedBy", "m1 0 b 2\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    new Evaluation(FAQ, List.of(), queries, qrels, words, resolved, resolvedBy, null)
        .run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(log, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("SR@1\t1.0000\n");
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("line 2: one word alone");
  }

  @Test
  void refusesHalfAMemory() {
    Path file = folder.resolve("x");
    assertThatThrownBy(() -> new Evaluation(FAQ, List.of(), file, file, null, file, null, null))
        .hasMessageContaining("both");
  }

  private String run(Path qrels, @Nullable Path runOut) throws Exception {
    Path queries = write("queries", "query_id\tquery\nq1\t粗大ゴミ\nq2\t図書館\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Evaluation(FAQ, List.of(), queries, qrels, null, null, null, runOut)
        .run(new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
    return out.toString(StandardCharsets.UTF_8);
  }

  private Path write(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }
}
