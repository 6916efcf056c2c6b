package madoguchi.knowledge.index;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;

/** How long it takes to learn from 375 and from 1,000 resolved questions, cold and warm. */
final class LessonTime {

  private LessonTime() {}

  public static void main(String[] arguments) {
    List<FaqEntry> entries = JudgedTown.bare();
    WordVectors vectors = JudgedTown.vectors(entries);
    List<JudgedTown.Judged> questions =
        MemoryGain.popular(4).stream()
            .flatMap(bench -> Stream.concat(bench.remembered().stream(), bench.asked().stream()))
            .distinct()
            .toList();
    for (int many : List.of(375, 1_000, 375, 1_000)) {
      KnowledgeIndex index =
          KnowledgeIndex.of(
              new Ingredients(
                  entries,
                  Synonyms.municipal(),
                  vectors,
                  JudgedTown.resolved(questions.subList(0, many))));
      long start = System.nanoTime();
      int weights = index.learn().values().size();
      System.out.printf(
          Locale.ROOT,
          "%d remembered: %d weights learned in %.2f s%n",
          many,
          weights,
          (System.nanoTime() - start) / 1e9);
    }
  }
}
