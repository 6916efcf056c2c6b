package madoguchi.knowledge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Text as terms, by the recipe of {@link MunicipalAnalyzer}; safe for many threads. */
public final class TextAnalysis {

  private final Analyzer recipe = new MunicipalAnalyzer();

  /** The terms of any text in their order, repeated ones too. */
  public List<String> terms(String text) {
    return termsOfNormalised(JapaneseText.normalise(text));
  }

  private List<String> termsOfNormalised(String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = recipe.tokenStream("", text)) {
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
}
