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
import org.jspecify.annotations.Nullable;

/**
 * The recipe by which a text of a town hall becomes searchable terms. It reads text that {@link
 * JapaneseText#normalise} has prepared, by Kuromoji's own dictionary.
 */
public final class MunicipalAnalyzer extends Analyzer {

  private static final Set<String> STOP_TAGS = stopTags();
  private static final CharArraySet SCAFFOLDING = scaffolding();

  private static final NormalizeCharMap SPELLINGS = spellings();

  /** Keeps nothing per thread: virtual threads are many and short. */
  private static final ReuseStrategy NO_REUSE =
      new ReuseStrategy() {
        @Override
        public @Nullable TokenStreamComponents getReusableComponents(Analyzer of, String field) {
          return null;
        }

        @Override
        public void setReusableComponents(
            Analyzer of, String field, TokenStreamComponents components) {}
      };

  public MunicipalAnalyzer() {
    super(NO_REUSE);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    JapaneseTokenizer words =
        new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.SEARCH);
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
    JapaneseAnalyzer.getDefaultStopSet().forEach(word -> words.add(folded((char[]) word)));
    WordLines.of("/madoguchi/text/scaffolding.txt")
        .forEach(word -> words.add(folded(word.toCharArray())));
    return CharArraySet.unmodifiableSet(words);
  }

  private static String folded(char[] word) {
    StringBuilder out = new StringBuilder(word.length);
    for (char letter : word) {
      out.append(JapaneseText.hiragana(letter));
    }
    return out.toString();
  }
}
