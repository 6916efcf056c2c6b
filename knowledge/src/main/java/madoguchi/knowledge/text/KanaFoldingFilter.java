package madoguchi.knowledge.text;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Writes katakana as hiragana, so that 粗大ゴミ finds 粗大ごみ. */
final class KanaFoldingFilter extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  KanaFoldingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    char[] letters = term.buffer();
    for (int i = 0; i < term.length(); i++) {
      letters[i] = JapaneseText.hiragana(letters[i]);
    }
    return true;
  }
}
