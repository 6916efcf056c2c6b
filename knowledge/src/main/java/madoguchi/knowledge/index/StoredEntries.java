package madoguchi.knowledge.index;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.search.IndexSearcher;

/**
 * What Lucene keeps of the entries.
 *
 * @param fields what each term counts in each field, read off the searcher
 */
record StoredEntries(IndexSearcher searcher, FieldScores.Fields fields) {

  /** Begins to store them, beside what else an index is made of: neither needs the other. */
  static CompletableFuture<StoredEntries> begin(
      List<AnalysedEntry> entries, Vocabulary vocabulary) {
    return CompletableFuture.supplyAsync(
        () -> {
          IndexSearcher searcher = LuceneStore.of(entries);
          return new StoredEntries(searcher, FieldScores.Fields.of(searcher, vocabulary));
        },
        // Long computing: on a thread of its own, it keeps no virtual thread from running.
        Thread.ofPlatform().name("index-store").daemon()::start);
  }
}
