package madoguchi.knowledge.index;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.Synonyms;

/**
 * The figures of the frozen third of the judged questions. Run at the very end of a piece of work
 * and never to choose by; docs/retrieval.md says when it was.
 */
final class FrozenThird {

  private FrozenThird() {}

  private static void print(String name, List<FaqEntry> entries, List<JudgedTown.Judged> memory) {
    List<JudgedTown.Judged> asked =
        JudgedTown.frozen().stream().filter(JudgedTown.Judged::isAnswerable).toList();
    KnowledgeIndex index =
        Learning.index(
            new Ingredients(
                entries,
                Synonyms.municipal(),
                Learning.vectors(entries, Synonyms.municipal()),
                JudgedTown.resolved(memory)));
    double[] sums = new double[3];
    for (JudgedTown.Judged question : asked) {
      List<Integer> grades =
          index.search(question.text(), ConfidenceTraining.DAY, 10).stream()
              .map(hit -> question.grade(hit.entry().id()))
              .toList();
      sums[0] += grades.stream().limit(1).anyMatch(grade -> grade >= 1) ? 1 : 0;
      sums[1] += grades.stream().limit(3).anyMatch(grade -> grade >= 1) ? 1 : 0;
      sums[2] += question.ndcg10(grades);
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f | %.3f |%n",
        name,
        asked.size(),
        sums[0] / asked.size(),
        sums[1] / asked.size(),
        sums[2] / asked.size());
  }

  public static void main(String[] arguments) {
    List<JudgedTown.Judged> open =
        JudgedTown.open().stream().filter(JudgedTown.Judged::isAnswerable).toList();
    System.out.println("| the frozen third | questions | SR@1 | SR@3 | nDCG@10 |");
    System.out.println("|---|---|---|---|---|");
    Map<String, List<FaqEntry>> packs =
        Map.of("without wordings", JudgedTown.bare(), "with wordings", JudgedTown.full());
    packs.forEach((name, entries) -> print(name, entries, List.of()));
    print("without wordings, the open questions remembered", JudgedTown.bare(), open);
  }
}
