package madoguchi.knowledge.relevance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.index.KnowledgeIndex;
import org.jspecify.annotations.Nullable;

/**
 * One measurement: an index from the given entries is asked every question, the run is written, and
 * only then the judgments are read.
 *
 * @param faq the entries that are searched
 * @param pack entries that are learned from, but not searched
 * @param queries the questions, see {@link QueriesFile}
 * @param qrels the judgments, see {@link Judgments}
 * @param synonyms a further word list
 * @param memoryQueries questions that people have resolved already, known to the index beforehand
 * @param memoryQrels by which entries; given with {@code memoryQueries} or not at all
 * @param runOut where the rankings go, see {@link RunFile}
 */
public record Evaluation(
    List<FaqEntry> faq,
    List<FaqEntry> pack,
    Path queries,
    Path qrels,
    @Nullable Path synonyms,
    @Nullable Path memoryQueries,
    @Nullable Path memoryQrels,
    @Nullable Path runOut) {

  /** So many questions are asked once before the clock runs, as a server has been asked before. */
  private static final int WARM_UP = 300;

  public Evaluation {
    faq = List.copyOf(faq);
    pack = List.copyOf(pack);
    if ((memoryQueries == null) != (memoryQrels == null)) {
      throw new IllegalArgumentException("memory needs both its questions and its judgments");
    }
  }

  /**
   * Measures and prints one {@code name<TAB>value} a line.
   *
   * @throws MalformedInput when a file is not of its form
   * @throws IOException when a file cannot be read or written
   */
  public void run(PrintStream out) throws IOException, MalformedInput {
    List<Query> asked = QueriesFile.read(queries);
    List<Ranking> rankings = ask(index(), asked);
    if (runOut != null) {
      RunFile.write(runOut, rankings);
    }
    Figures.of(rankings, Judgments.read(qrels)).print(out);
  }

  private KnowledgeIndex index() {
    if (synonyms != null || memoryQueries != null) {
      throw new UnsupportedOperationException("word lists and memory cannot be given yet");
    }
    return KnowledgeIndex.of(faq);
  }

  /** Asks all questions, one after the other. */
  static List<Ranking> ask(KnowledgeIndex index, List<Query> queries) {
    LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Tokyo"));
    queries.stream()
        .limit(WARM_UP)
        .forEach(query -> index.search(query.text(), today, Ranking.DEPTH));
    List<Ranking> rankings = new ArrayList<>();
    for (Query query : queries) {
      long begun = System.nanoTime();
      var hits = index.search(query.text(), today, Ranking.DEPTH);
      rankings.add(Ranking.of(query.id(), hits, System.nanoTime() - begun));
    }
    return rankings;
  }
}
