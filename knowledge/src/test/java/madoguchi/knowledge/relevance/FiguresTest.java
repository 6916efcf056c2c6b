package madoguchi.knowledge.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures against examples computed by hand. */
class FiguresTest {

  @Test
  void countsSuccessesAmongTheFirst() {
    Judgments judged = judged("q1", Map.of("a", 1), "q2", Map.of("x", 1));
    Figures figures =
        Figures.of(List.of(ranking("q1", "a", "b"), ranking("q2", "a", "b", "x")), judged);
    assertThat(figures.values().get("SR@1")).isEqualTo(0.5);
    assertThat(figures.values().get("SR@3")).isEqualTo(1.0);
    assertThat(figures.values().get("MRR")).isCloseTo((1 + 1 / 3.0) / 2, within(1e-12));
  }

  @Test
  void averagesPrecisionOverAllRelevantEntriesFoundOrNot() {
    // relevant at ranks 1 and 3, a third one not found: (1/1 + 2/3) / 3
    Judgments judged = judged("q", Map.of("a", 1, "c", 2, "z", 1));
    Figures figures = Figures.of(List.of(ranking("q", "a", "b", "c")), judged);
    assertThat(figures.values().get("MAP")).isCloseTo((1 + 2 / 3.0) / 3, within(1e-12));
  }

  @Test
  void discountsGainByTheLogarithmOfTheRank() {
    // gains 2^1-1 = 1 at rank 1 and 2^2-1 = 3 at rank 3; ideal: 3 at rank 1, 1 at rank 2
    Judgments judged = judged("q", Map.of("a", 1, "c", 2));
    double ideal = 3 + 1 / (Math.log(3) / Math.log(2));
    Figures figures = Figures.of(List.of(ranking("q", "a", "b", "c")), judged);
    assertThat(figures.values().get("nDCG@10")).isCloseTo((1 + 3 / 2.0) / ideal, within(1e-12));
  }

  @Test
  void ignoresWhatStandsBelowTheTenthRankForNdcg() {
    Judgments judged = judged("q", Map.of("k", 2));
    Figures figures =
        Figures.of(
            List.of(ranking("q", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k")), judged);
    assertThat(figures.values().get("nDCG@10")).isZero();
    assertThat(figures.values().get("MRR")).isCloseTo(1 / 11.0, within(1e-12));
  }

  @Test
  void leavesQuestionsWithoutARelevantEntryOutOfTheMeans() {
    Judgments judged = judged("q1", Map.of("a", 1), "q2", Map.of("b", 0));
    Figures figures =
        Figures.of(List.of(ranking("q1", "a"), ranking("q2", "b"), ranking("q3", "c")), judged);
    assertThat(figures.values().get("SR@1")).isEqualTo(1.0);
  }

  @Test
  void coversAllQuestionsFromTheSurestDown() {
    // right, right, wrong, right, wrong (no entry answers it): 2 of 2, 3 of 4
    Judgments judged =
        judged(
            "q1", Map.of("a", 1), "q2", Map.of("a", 1), "q3", Map.of("z", 1), "q4", Map.of("a", 1));
    List<Ranking> rankings =
        List.of(sure("q1", .9), sure("q2", .8), sure("q3", .7), sure("q4", .6), sure("q5", .5));
    assertThat(new Coverage(1).at(0.95, rankings, judged)).isEqualTo(2 / 5.0);
    assertThat(new Coverage(1).at(0.75, rankings, judged)).isEqualTo(4 / 5.0);
    assertThat(new Coverage(1).at(0.50, rankings, judged)).isEqualTo(1.0);
  }

  @Test
  void doesNotCutBetweenQuestionsOfEqualConfidence() {
    Judgments judged = judged("q1", Map.of("a", 1));
    assertThat(new Coverage(1).at(0.9, List.of(sure("q1", .5), sure("q2", .5)), judged)).isZero();
  }

  @Test
  void aQuestionIsCoveredByThreeCandidatesWhenOneIsRight() {
    Judgments judged = judged("q1", Map.of("c", 1), "q2", Map.of("d", 1));
    List<Ranking> rankings = List.of(ranking("q1", "a", "b", "c"), ranking("q2", "d"));
    assertThat(new Coverage(3).at(0.9, rankings, judged)).isEqualTo(1.0);
    assertThat(new Coverage(1).at(0.9, rankings, judged)).isZero();
  }

  @Test
  void printsTheFiguresInTheirAgreedOrder() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Figures.of(List.of(ranking("q", "a")), judged("q", Map.of("a", 1)))
        .print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .extracting(line -> line.substring(0, line.indexOf('\t')))
        .containsExactly(
            "SR@1",
            "SR@3",
            "SR@5",
            "SR@10",
            "MRR",
            "MAP",
            "nDCG@10",
            "p50_ms",
            "p99_ms",
            "coverage1@95",
            "coverage1@90",
            "coverage1@80",
            "coverage3@90");
    assertThat(lines.getFirst()).isEqualTo("SR@1\t1.0000");
  }

  @Test
  void measuresTimesByTheNearestRank() {
    List<Ranking> rankings = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      rankings.add(new Ranking("q" + i, List.of(), i * 1_000_000L));
    }
    Figures figures = Figures.of(rankings, new Judgments(Map.of()));
    assertThat(figures.values().get("p50_ms")).isEqualTo(50.0);
    assertThat(figures.values().get("p99_ms")).isEqualTo(99.0);
  }

  private static Ranking ranking(String query, String... entries) {
    List<Ranking.Found> found = new ArrayList<>();
    for (String entry : entries) {
      found.add(new Ranking.Found(entry, 100.0 - found.size(), 0.3));
    }
    return new Ranking(query, found, 0);
  }

  private static Ranking sure(String query, double confidence) {
    return new Ranking(query, List.of(new Ranking.Found("a", 1, confidence)), 0);
  }

  private static Judgments judged(Object... pairs) {
    Map<String, Map<String, Integer>> grades = new java.util.HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      @SuppressWarnings("unchecked")
      Map<String, Integer> entries = (Map<String, Integer>) pairs[i + 1];
      grades.put((String) pairs[i], entries);
    }
    return new Judgments(grades);
  }
}
