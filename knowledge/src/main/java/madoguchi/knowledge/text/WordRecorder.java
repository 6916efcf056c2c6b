package madoguchi.knowledge.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/** Notes every word that passes, before those are dropped or changed that are no terms. */
final class WordRecorder extends TokenFilter {

  private final CharTermAttribute surface = addAttribute(CharTermAttribute.class);
  private final BaseFormAttribute base = addAttribute(BaseFormAttribute.class);
  private final ReadingAttribute reading = addAttribute(ReadingAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private List<Word> words = new ArrayList<>();

  /**
   * A word as the dictionary has it, kana folded to hiragana.
   *
   * @param from where it begins
   * @param surface as it stands there
   * @param base in its dictionary form
   * @param reading how it is read
   */
  record Word(int from, String surface, String base, String reading) {}

  WordRecorder(TokenStream input) {
    super(input);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    words = new ArrayList<>();
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String written = JapaneseText.hiragana(surface);
    words.add(
        new Word(
            offset.startOffset(),
            written,
            folded(base.getBaseForm(), written),
            folded(reading.getReading(), written)));
    return true;
  }

  /** What has passed since the text began. */
  List<Word> words() {
    return words;
  }

  private static String folded(@Nullable String known, String otherwise) {
    return known == null ? otherwise : JapaneseText.hiragana(known);
  }
}
