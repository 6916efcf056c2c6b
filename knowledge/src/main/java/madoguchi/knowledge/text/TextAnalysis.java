package madoguchi.knowledge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Text as terms, by the recipe of {@link MunicipalAnalyzer}; safe for many threads. */
public final class TextAnalysis {

  private static final Set<String> PARTICLES =
      Set.copyOf(WordLines.of("/madoguchi/text/particles.txt"));

  private final Analyzer recipe = MunicipalAnalyzer.ofTerms();
  private final Analyzer dictionary = MunicipalAnalyzer.ofAllWords();

  /** The terms of any text in their order, repeated ones too. */
  public List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = recipe.tokenStream("", JapaneseText.normalise(text))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return terms;
  }

  /** All words of any text, those too that are no terms. */
  public List<Token> tokens(String text) {
    String normalised = JapaneseText.normalise(text);
    Map<Integer, String> terms = termsByOffset(normalised);
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = dictionary.tokenStream("", normalised)) {
      CharTermAttribute surface = stream.addAttribute(CharTermAttribute.class);
      BaseFormAttribute base = stream.addAttribute(BaseFormAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      ReadingAttribute read = stream.addAttribute(ReadingAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        String written = JapaneseText.hiragana(surface);
        String form = base.getBaseForm();
        String known = read.getReading();
        tokens.add(
            new Token(
                written,
                form == null ? written : JapaneseText.hiragana(form),
                terms.get(offset.startOffset()),
                known == null ? written : JapaneseText.hiragana(known)));
      }
      stream.end();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return tokens;
  }

  /** The words that carry a text, in their dictionary forms and order: all but particles. */
  public List<String> meaningfulWords(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = dictionary.tokenStream("", JapaneseText.normalise(text))) {
      CharTermAttribute surface = stream.addAttribute(CharTermAttribute.class);
      BaseFormAttribute base = stream.addAttribute(BaseFormAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        String form = base.getBaseForm();
        String word = JapaneseText.hiragana(form == null ? surface : form);
        if (!PARTICLES.contains(word)) {
          words.add(word);
        }
      }
      stream.end();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return words;
  }

  /** How a word is read, in hiragana; kana that the dictionary does not know read as themselves. */
  public String reading(String word) {
    StringBuilder reading = new StringBuilder();
    try (TokenStream stream = dictionary.tokenStream("", JapaneseText.normalise(word))) {
      CharTermAttribute surface = stream.addAttribute(CharTermAttribute.class);
      ReadingAttribute read = stream.addAttribute(ReadingAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        String known = read.getReading();
        reading.append(JapaneseText.hiragana(known == null ? surface : known));
      }
      stream.end();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return reading.toString();
  }

  private Map<Integer, String> termsByOffset(String normalised) {
    Map<Integer, String> terms = new HashMap<>();
    try (TokenStream stream = recipe.tokenStream("", normalised)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.put(offset.startOffset(), term.toString());
      }
      stream.end();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return terms;
  }
}
