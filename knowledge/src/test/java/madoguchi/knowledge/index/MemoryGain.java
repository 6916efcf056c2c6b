package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;

/**
 * What memory gains, on the pack without its wordings: where questions seldom repeat, where each
 * has one like it, and where residents' wordings have been resolved. Without memory and with it, by
 * paired bootstrap. The command and its table stand in docs/retrieval.md.
 */
final class MemoryGain {

  private static final int DRAWN = 750;

  private final List<FaqEntry> entries = JudgedTown.bare();
  private final WordVectors vectors = JudgedTown.vectors(entries);

  /**
   * Questions that are asked with others remembered.
   *
   * @param remembered resolved before
   * @param asked by residents now
   */
  record Bench(List<JudgedTown.Judged> remembered, List<JudgedTown.Judged> asked) {}

  /** The open questions, each half with the other remembered: most entries have one question. */
  static List<Bench> seldomRepeated() {
    List<JudgedTown.Judged> open = answerable();
    return bothWays(JudgedTown.half(open, 0), JudgedTown.half(open, 1));
  }

  /**
   * The open questions by tenths, each with the nine others remembered: as with the halves most
   * entries have one question, so that nearly all that is remembered is of other matters.
   *
   * @param tenths how many of the tenths are asked, 1 to 10
   */
  static List<Bench> seldomRepeatedOfMany(int tenths) {
    List<JudgedTown.Judged> open = new ArrayList<>(answerable());
    Collections.shuffle(open, new Random(1));
    List<Bench> benches = new ArrayList<>();
    for (int tenth = 0; tenth < tenths; tenth++) {
      List<JudgedTown.Judged> remembered = new ArrayList<>();
      List<JudgedTown.Judged> asked = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        (i % 10 == tenth ? asked : remembered).add(open.get(i));
      }
      benches.add(new Bench(remembered, asked));
    }
    return benches;
  }

  /** Those of entries with two questions or more, one half remembered. */
  static List<Bench> repeated() {
    Map<String, List<JudgedTown.Judged>> byEntry = new TreeMap<>();
    for (JudgedTown.Judged question : answerable()) {
      byEntry.computeIfAbsent(best(question), entry -> new ArrayList<>()).add(question);
    }
    List<JudgedTown.Judged> one = new ArrayList<>();
    List<JudgedTown.Judged> other = new ArrayList<>();
    byEntry.values().stream()
        .filter(questions -> questions.size() > 1)
        .forEach(
            questions -> {
              one.addAll(JudgedTown.half(questions, 0));
              other.addAll(JudgedTown.half(questions, 1));
            });
    return bothWays(one, other);
  }

  /** The open questions, with every other wording of the pack resolved before. */
  static List<Bench> wordingsResolved() {
    List<JudgedTown.Judged> wordings = new ArrayList<>();
    for (FaqEntry entry : JudgedTown.full()) {
      for (int i = 0; i < entry.phrasings().size(); i += 2) {
        wordings.add(
            new JudgedTown.Judged(entry.id() + i, entry.phrasings().get(i), Map.of(entry.id(), 2)));
      }
    }
    return List.of(new Bench(wordings, answerable()));
  }

  /**
   * As a town is asked: a few entries often, many seldom. 750 of the pack's wordings and of the
   * open questions, drawn by an entry's popularity (1 over its rank, so that six in ten have one
   * like them remembered), one half remembered.
   */
  static List<Bench> popular(int draws) {
    List<Bench> benches = new ArrayList<>();
    for (int draw = 0; draw < draws; draw++) {
      List<JudgedTown.Judged> drawn = drawn(new Random(300 + draw));
      benches.add(new Bench(drawn.subList(0, DRAWN / 2), drawn.subList(DRAWN / 2, DRAWN)));
    }
    return benches;
  }

  private static List<JudgedTown.Judged> drawn(Random random) {
    Map<String, List<JudgedTown.Judged>> byEntry = new TreeMap<>();
    for (FaqEntry entry : JudgedTown.full()) {
      List<JudgedTown.Judged> own = byEntry.computeIfAbsent(entry.id(), id -> new ArrayList<>());
      entry.phrasings().stream()
          .map(text -> new JudgedTown.Judged(text, text, Map.of(entry.id(), 2)))
          .forEach(own::add);
    }
    answerable().forEach(question -> byEntry.get(best(question)).add(question));
    List<List<JudgedTown.Judged>> byRank = new ArrayList<>(byEntry.values());
    byRank.forEach(own -> Collections.shuffle(own, random));
    Collections.shuffle(byRank, random);
    List<JudgedTown.Judged> drawn = new ArrayList<>();
    while (drawn.size() < DRAWN) {
      int rank = (int) (15 * Math.pow(1 + byRank.size() / 15.0, random.nextDouble())) - 15;
      List<JudgedTown.Judged> own = byRank.get(rank);
      if (!own.isEmpty()) {
        drawn.add(own.removeLast());
      }
    }
    return drawn;
  }

  private static String best(JudgedTown.Judged question) {
    return question.grades().entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  private static List<JudgedTown.Judged> answerable() {
    return JudgedTown.open().stream().filter(JudgedTown.Judged::isAnswerable).toList();
  }

  private static List<Bench> bothWays(List<JudgedTown.Judged> one, List<JudgedTown.Judged> other) {
    return List.of(new Bench(one, other), new Bench(other, one));
  }

  /** The measures of all questions of some benches, one after the other. */
  Ablation.Measured measured(List<Bench> benches, boolean remembering) {
    if (remembering) {
      return measured(
          benches, bench -> Learning.index(ingredients(JudgedTown.resolved(bench.remembered))));
    }
    KnowledgeIndex forgetful = Learning.index(ingredients(List.of()));
    return measured(benches, bench -> forgetful);
  }

  /** The same with the weights that come with the program, whatever the memory teaches. */
  Ablation.Measured untaught(List<Bench> benches) {
    return measured(
        benches, bench -> KnowledgeIndex.of(ingredients(JudgedTown.resolved(bench.remembered))));
  }

  private Ingredients ingredients(List<Resolved> memory) {
    return new Ingredients(entries, Synonyms.municipal(), vectors, memory);
  }

  private static Ablation.Measured measured(
      List<Bench> benches, Function<Bench, KnowledgeIndex> indexOf) {
    List<double[]> rows = new ArrayList<>();
    for (Bench bench : benches) {
      KnowledgeIndex index = indexOf.apply(bench);
      for (JudgedTown.Judged asked : bench.asked) {
        List<Integer> grades =
            index.search(asked.text(), ConfidenceTraining.DAY, 10).stream()
                .map(hit -> asked.grade(hit.entry().id()))
                .toList();
        rows.add(
            new double[] {
              grades.stream().limit(1).anyMatch(grade -> grade >= 1) ? 1 : 0,
              grades.stream().limit(3).anyMatch(grade -> grade >= 1) ? 1 : 0,
              asked.ndcg10(grades)
            });
      }
    }
    return new Ablation.Measured(column(rows, 0), column(rows, 1), column(rows, 2));
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }

  public static void main(String[] arguments) {
    MemoryGain gain = new MemoryGain();
    Map<String, List<Bench>> benches = new LinkedHashMap<>();
    benches.put("seldom repeated", seldomRepeated());
    benches.put("seldom repeated, many remembered", seldomRepeatedOfMany(10));
    benches.put("repeated", repeated());
    benches.put("wordings resolved", wordingsResolved());
    benches.put("as a town is asked", popular(4));
    System.out.println(
        "| bench | questions | without: SR@1, nDCG@10 | with | gain in SR@1 | gain in nDCG@10 |");
    System.out.println("|---|---|---|---|---|---|");
    benches.forEach(
        (name, bench) -> {
          Ablation.Measured without = gain.measured(bench, false);
          Ablation.Measured with = gain.measured(bench, true);
          System.out.printf(
              Locale.ROOT,
              "| %s | %d | %.3f, %.3f | %.3f, %.3f | %s | %s |%n",
              name,
              without.first().length,
              Ablation.Measured.mean(without.first()),
              Ablation.Measured.mean(without.ndcg10()),
              Ablation.Measured.mean(with.first()),
              Ablation.Measured.mean(with.ndcg10()),
              Ablation.written(Ablation.Gain.of(without.first(), with.first())),
              Ablation.written(Ablation.Gain.of(without.ndcg10(), with.ndcg10())));
        });
  }
}
