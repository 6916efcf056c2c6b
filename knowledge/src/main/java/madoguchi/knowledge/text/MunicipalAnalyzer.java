package madoguchi.knowledge.text;

import java.io.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The recipe by which a text of a town hall becomes searchable terms. It reads text that {@link
 * JapaneseText#normalise} has prepared, by Kuromoji's own dictionary. Not for several threads at
 * once.
 */
final class MunicipalAnalyzer extends Analyzer {

  private static final Set<String> STOP_TAGS = stopTags();
  private static final CharArraySet SCAFFOLDING = scaffolding();

  private static final NormalizeCharMap SPELLINGS = spellings();

  private @Nullable WordRecorder recorder;

  MunicipalAnalyzer() {
    super(new OneForAllThreads());
  }

  /** Every word of the last text as it stood, before words were dropped. */
  List<WordRecorder.Word> lastWords() {
    return recorder == null ? List.of() : recorder.words();
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    JapaneseTokenizer words =
        new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.SEARCH);
    recorder = new WordRecorder(words);
    TokenStream terms = new JapaneseBaseFormFilter(recorder);
    terms = new JapanesePartOfSpeechStopFilter(terms, STOP_TAGS);
    terms = new JapaneseKatakanaStemFilter(terms);
    terms = new KanaFoldingFilter(terms);
    terms = new StopFilter(terms, SCAFFOLDING);
    return new TokenStreamComponents(words, terms);
  }

  @Override
  protected Reader initReader(String field, Reader reader) {
    return new MappingCharFilter(SPELLINGS, reader);
  }

  private static Set<String> stopTags() {
    Set<String> tags = new HashSet<>(JapaneseAnalyzer.getDefaultStopTags());
    tags.addAll(WordLines.of("/madoguchi/text/stop-tags.txt"));
    return Set.copyOf(tags);
  }

  private static NormalizeCharMap spellings() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String line : WordLines.of("/madoguchi/text/spellings.txt")) {
      String[] pair = line.split("\\s+");
      map.add(pair[0], pair[1]);
    }
    return map.build();
  }

  private static CharArraySet scaffolding() {
    CharArraySet words = new CharArraySet(300, false);
    JapaneseAnalyzer.getDefaultStopSet()
        .forEach(word -> words.add(JapaneseText.hiragana(new String((char[]) word))));
    WordLines.of("/madoguchi/text/scaffolding.txt")
        .forEach(word -> words.add(JapaneseText.hiragana(word)));
    return CharArraySet.unmodifiableSet(words);
  }

  /**
   * Keeps one chain for whoever asks next. Lucene's own way keeps one for each thread, which a
   * server that answers each question on a virtual thread of its own would build anew each time.
   */
  private static final class OneForAllThreads extends ReuseStrategy {

    private @Nullable TokenStreamComponents kept;

    @Override
    public @Nullable TokenStreamComponents getReusableComponents(Analyzer analyzer, String field) {
      return kept;
    }

    @Override
    public void setReusableComponents(
        Analyzer analyzer, String field, TokenStreamComponents components) {
      kept = components;
    }
  }
}
