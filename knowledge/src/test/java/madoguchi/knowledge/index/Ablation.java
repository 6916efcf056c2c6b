package madoguchi.knowledge.index;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqFile;
import madoguchi.knowledge.relevance.Judgments;
import madoguchi.knowledge.relevance.QueriesFile;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;

/**
 * What each part of the search gains, part by part, with paired bootstrap intervals. Without
 * arguments on the open judged questions, asked of the pack without its wordings; with a FAQ, its
 * queries and qrels on those. The command and its table stand in docs/retrieval.md.
 */
final class Ablation {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final int RESAMPLES = 2_000;
  private static final List<String> SIGNALS =
      List.of("meaning", "coverage", "reverse", "soft", "neighbours", "aspect", "matter");

  private final List<FaqEntry> entries;
  private final List<JudgedTown.Judged> questions;
  private final WordVectors vectors;

  Ablation(List<FaqEntry> entries, List<JudgedTown.Judged> questions) {
    this.entries = entries;
    this.questions = questions.stream().filter(JudgedTown.Judged::isAnswerable).toList();
    this.vectors = JudgedTown.vectors(entries);
  }

  /**
   * Figures question by question.
   *
   * @param first 1 where the first entry is relevant
   * @param three 1 where one of the first three is
   * @param ndcg10 from 0 to 1
   */
  record Measured(double[] first, double[] three, double[] ndcg10) {

    static double mean(double[] figures) {
      return Arrays.stream(figures).average().orElse(0);
    }
  }

  /**
   * A mean difference and what it may as well be.
   *
   * @param low the lower end of the interval that holds 95 of 100 resamples
   */
  record Gain(double mean, double low, double high) {

    /** Of one figure over another, over the same questions. */
    static Gain of(double[] before, double[] after) {
      Random random = new Random(20261126);
      double[] means = new double[RESAMPLES];
      for (int i = 0; i < RESAMPLES; i++) {
        double sum = 0;
        for (int n = 0; n < before.length; n++) {
          int one = random.nextInt(before.length);
          sum += after[one] - before[one];
        }
        means[i] = sum / before.length;
      }
      Arrays.sort(means);
      return new Gain(
          Measured.mean(after) - Measured.mean(before),
          means[RESAMPLES / 40],
          means[RESAMPLES - 1 - RESAMPLES / 40]);
    }
  }

  /** Question and answer by their words as they are written, and nothing else. */
  Measured plain() {
    return measured(upTo(0).with("spelling", 0), Synonyms.NONE);
  }

  /** All parts up to that signal, as the table has them. */
  Measured upTo(String signal) {
    return measured(upTo(SIGNALS.indexOf(signal) + 1), Synonyms.municipal());
  }

  private static Weights upTo(int signals) {
    Weights weights = Weights.ofSignals();
    for (String left : SIGNALS.subList(signals, SIGNALS.size())) {
      weights = weights.with(left, 0);
    }
    return weights;
  }

  /** The parts one after the other, each with all before it. */
  private Map<String, Measured> partByPart() {
    Map<String, Measured> rows = new LinkedHashMap<>();
    rows.put("question and answer, BM25", plain());
    rows.put("+ spellings and kana", measured(upTo(0), Synonyms.NONE));
    rows.put("+ word list", measured(upTo(0), Synonyms.municipal()));
    for (String signal : SIGNALS) {
      rows.put("+ " + signal, upTo(signal));
    }
    return rows;
  }

  /** The whole, and the whole without one part each. */
  Map<String, Measured> leavingOneOut() {
    Weights weights = Weights.ofSignals();
    Map<String, Measured> rows = new LinkedHashMap<>();
    rows.put("all", measured(weights, Synonyms.municipal()));
    rows.put("− spellings and kana", measured(weights.with("spelling", 0), Synonyms.municipal()));
    rows.put("− word list", measured(weights, Synonyms.NONE));
    for (String signal : SIGNALS) {
      rows.put("− " + signal, measured(weights.with(signal, 0), Synonyms.municipal()));
    }
    return rows;
  }

  Measured measured(Weights weights, Synonyms words) {
    EntryIndex index = new EntryIndex(new Ingredients(entries, words, vectors, List.of()), weights);
    double[] first = new double[questions.size()];
    double[] three = new double[questions.size()];
    double[] ndcg = new double[questions.size()];
    for (int i = 0; i < questions.size(); i++) {
      JudgedTown.Judged asked = questions.get(i);
      List<Integer> grades =
          index.search(asked.text(), DAY, 10).stream()
              .map(hit -> asked.grade(hit.entry().id()))
              .toList();
      first[i] = grades.stream().limit(1).anyMatch(grade -> grade >= 1) ? 1 : 0;
      three[i] = grades.stream().limit(3).anyMatch(grade -> grade >= 1) ? 1 : 0;
      ndcg[i] = asked.ndcg10(grades);
    }
    return new Measured(first, three, ndcg);
  }

  private static void print(Map<String, Measured> rows, boolean overTheFirst) {
    System.out.println("| | SR@1 | SR@3 | nDCG@10 | gain in SR@1 | gain in nDCG@10 |");
    System.out.println("|---|---|---|---|---|---|");
    Measured before = null;
    for (Map.Entry<String, Measured> row : rows.entrySet()) {
      Measured now = row.getValue();
      System.out.printf(
          Locale.ROOT,
          "| %s | %.3f | %.3f | %.3f | %s | %s |%n",
          row.getKey(),
          Measured.mean(now.first),
          Measured.mean(now.three),
          Measured.mean(now.ndcg10),
          before == null ? "" : written(Gain.of(before.first, now.first)),
          before == null ? "" : written(Gain.of(before.ndcg10, now.ndcg10)));
      before = overTheFirst && before != null ? before : now;
    }
  }

  static String written(Gain gain) {
    return String.format(Locale.ROOT, "%+.3f [%+.3f, %+.3f]", gain.mean, gain.low, gain.high);
  }

  private static List<JudgedTown.Judged> read(Path queries, Path qrels) throws Exception {
    Judgments judgments = Judgments.read(qrels);
    return QueriesFile.read(queries).stream()
        .map(
            query -> {
              Map<String, Integer> helping = new LinkedHashMap<>(judgments.of(query.id()));
              helping.values().removeIf(grade -> grade < 1);
              return new JudgedTown.Judged(query.id(), query.text(), helping);
            })
        .toList();
  }

  /** The further wordings of the pack as questions, every third. */
  private static List<JudgedTown.Judged> wordings() {
    List<JudgedTown.Judged> questions = new ArrayList<>();
    int count = 0;
    for (FaqEntry entry : JudgedTown.full()) {
      for (String wording : entry.phrasings()) {
        if (count++ % 3 == 0) {
          questions.add(new JudgedTown.Judged("w" + count, wording, Map.of(entry.id(), 2)));
        }
      }
    }
    return questions;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 3) {
      show(
          new Ablation(
              faq(Path.of(arguments[0])), read(Path.of(arguments[1]), Path.of(arguments[2]))));
      return;
    }
    System.out.println("Open judged questions, the pack without wordings:\n");
    show(new Ablation(JudgedTown.bare(), JudgedTown.open()));
    System.out.println("\nThe pack's wordings as questions, the pack without them:\n");
    show(new Ablation(JudgedTown.bare(), wordings()));
  }

  private static void show(Ablation ablation) {
    print(ablation.partByPart(), false);
    System.out.println();
    print(ablation.leavingOneOut(), true);
  }

  private static List<FaqEntry> faq(Path file) throws Exception {
    return FaqFile.read(file).rows().stream()
        .map(
            row ->
                FaqEntry.of(row.id(), row.question(), row.answer()).withPhrasings(row.phrasings()))
        .toList();
  }
}
