package madoguchi.knowledge.text;

import java.io.Reader;
import java.util.HashSet;
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

/**
 * The recipe by which a text of a town hall becomes searchable terms. It reads text that {@link
 * JapaneseText#normalise} has prepared, by Kuromoji's own dictionary.
 */
final class MunicipalAnalyzer extends Analyzer {

  private static final Set<String> STOP_TAGS = stopTags();
  private static final CharArraySet SCAFFOLDING = scaffolding();

  private static final NormalizeCharMap SPELLINGS = spellings();

  private final boolean termsOnly;

  private MunicipalAnalyzer(boolean termsOnly) {
    this.termsOnly = termsOnly;
  }

  /** What is searched by. */
  static MunicipalAnalyzer ofTerms() {
    return new MunicipalAnalyzer(true);
  }

  /** Every word as it stands, for what is matched before words are dropped. */
  static MunicipalAnalyzer ofAllWords() {
    return new MunicipalAnalyzer(false);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    JapaneseTokenizer words =
        new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.SEARCH);
    if (!termsOnly) {
      return new TokenStreamComponents(words);
    }
    TokenStream terms = new JapaneseBaseFormFilter(words);
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
}
