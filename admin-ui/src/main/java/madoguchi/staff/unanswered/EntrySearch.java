package madoguchi.staff.unanswered;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.knowledge.completion.Completions;
import madoguchi.knowledge.faq.PerTown;
import madoguchi.knowledge.index.KnowledgeIndexes;
import madoguchi.municipality.MunicipalityCode;

/** Finds entries for the staff: by what is typed of them so far, and by what they mean. */
public final class EntrySearch {

  private static final int MOST = 10;

  private final PerTown<Completions> completions;
  private final KnowledgeIndexes indexes;

  public EntrySearch(PerTown<Completions> completions, KnowledgeIndexes indexes) {
    this.completions = completions;
    this.indexes = indexes;
  }

  /** An entry to be chosen. */
  record Found(String id, String question) {}

  /** Completions first; kana, kanji and romaji will do. */
  List<Found> find(MunicipalityCode town, String typed, LocalDate today) {
    Stream<Found> completed =
        completions.of(town).complete(typed, today, MOST).stream()
            .map(one -> new Found(one.faqId(), one.question()));
    return Stream.concat(completed, meant(town, typed, today).stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** By a whole question. */
  List<Found> meant(MunicipalityCode town, String question, LocalDate today) {
    return indexes.search(town, question, today, MOST).stream()
        .map(hit -> new Found(hit.entry().id(), hit.entry().question()))
        .toList();
  }
}
