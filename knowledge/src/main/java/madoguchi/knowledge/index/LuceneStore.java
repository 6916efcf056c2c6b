package madoguchi.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * The entries as Lucene keeps them, on the heap, in one segment: a document's number is the place
 * of its entry in the list.
 */
final class LuceneStore {

  static final String QUESTION = "question";
  static final String WORDINGS = "wordings";
  static final String ANSWER = "answer";

  private static final FieldType TERMS = new FieldType();

  static {
    TERMS.setTokenized(true);
    TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TERMS.freeze();
  }

  private LuceneStore() {}

  /** A searcher over the entries in the order of the list. */
  static IndexSearcher of(List<AnalysedEntry> entries) {
    // Whole files as one array each: a search slices them hundreds of times.
    ByteBuffersDirectory directory =
        new ByteBuffersDirectory(
            NoLockFactory.INSTANCE,
            ByteBuffersDataOutput::new,
            ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer())
            .setSimilarity(similarity())
            .setUseCompoundFile(false)
            .setRAMBufferSizeMB(64);
    try {
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (AnalysedEntry entry : entries) {
          writer.addDocument(document(entry));
        }
        writer.forceMerge(1);
      }
      IndexReader reader = DirectoryReader.open(directory);
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(similarity());
      return searcher;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Document document(AnalysedEntry entry) {
    Document document = new Document();
    document.add(new Field(QUESTION, new TermsStream(entry.question()), TERMS));
    document.add(
        new Field(
            WORDINGS,
            new TermsStream(entry.wordings().stream().flatMap(List::stream).toList()),
            TERMS));
    document.add(new Field(ANSWER, new TermsStream(entry.answer()), TERMS));
    return document;
  }

  /** BM25; length matters less in answers, of which the long ones are not the worse ones. */
  private static Similarity similarity() {
    return new PerFieldSimilarityWrapper() {
      private final Similarity question = new BM25Similarity(1.2f, 0.75f);
      private final Similarity answer = new BM25Similarity(1.2f, 0.3f);

      @Override
      public Similarity get(String field) {
        return ANSWER.equals(field) ? answer : question;
      }
    };
  }
}
