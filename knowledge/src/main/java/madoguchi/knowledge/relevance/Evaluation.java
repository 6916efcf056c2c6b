package madoguchi.knowledge.relevance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.index.Ingredients;
import madoguchi.knowledge.index.KnowledgeIndex;
import madoguchi.knowledge.index.Learning;
import madoguchi.knowledge.index.Resolved;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.text.WordList;
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
   * @param log gets what is to be known besides, such as refused lines of the word list
   * @throws MalformedInput when a file is not of its form
   * @throws IOException when a file cannot be read or written
   */
  public void run(PrintStream out, PrintStream log) throws IOException, MalformedInput {
    List<Query> asked = QueriesFile.read(queries);
    List<Ranking> rankings = ask(index(log), asked);
    if (runOut != null) {
      RunFile.write(runOut, rankings);
    }
    Figures.of(rankings, Judgments.read(qrels)).print(out);
  }

  private KnowledgeIndex index(PrintStream log) throws IOException, MalformedInput {
    Synonyms words = synonyms == null ? Synonyms.municipal() : further(synonyms, log);
    List<FaqEntry> learnedFrom = new ArrayList<>(faq);
    learnedFrom.addAll(pack);
    return Learning.index(
        new Ingredients(faq, words, Learning.vectors(learnedFrom, words), memory()));
  }

  private static Synonyms further(Path file, PrintStream log) throws IOException {
    WordList further = WordList.read(file);
    further
        .refused()
        .forEach(line -> log.printf("%s, line %d: %s%n", file, line.line(), line.reason()));
    return Synonyms.municipalAnd(further.rules());
  }

  private List<Resolved> memory() throws IOException, MalformedInput {
    if (memoryQueries == null || memoryQrels == null) {
      return List.of();
    }
    Judgments judged = Judgments.read(memoryQrels);
    double highest = judged.highest();
    List<Resolved> memory = new ArrayList<>();
    for (Query query : QueriesFile.read(memoryQueries)) {
      new TreeMap<>(judged.of(query.id()))
          .forEach(
              (entry, grade) -> {
                if (grade >= 1) {
                  memory.add(new Resolved(query.text(), entry, grade / highest));
                }
              });
    }
    return memory;
  }

  /** Asks all questions, one after the other. */
  static List<Ranking> ask(KnowledgeIndex index, List<Query> queries) {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
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
