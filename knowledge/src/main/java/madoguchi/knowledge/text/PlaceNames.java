package madoguchi.knowledge.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;

/** What is the name of a place, by Kuromoji's dictionary. */
public final class PlaceNames {

  private static final String PLACE = "名詞-固有名詞-地域";
  private static final String SUFFIX = "名詞-接尾";

  private PlaceNames() {}

  /** Whether it is a place's name alone, with 市 or the like at its end or without. */
  public static boolean isPlace(String text) {
    List<String> parts = new ArrayList<>();
    try (JapaneseTokenizer words =
        new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.SEARCH)) {
      PartOfSpeechAttribute part = words.addAttribute(PartOfSpeechAttribute.class);
      words.setReader(new StringReader(JapaneseText.normalise(text)));
      words.reset();
      while (words.incrementToken()) {
        String tag = part.getPartOfSpeech();
        parts.add(tag == null ? "" : tag);
      }
      words.end();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return !parts.isEmpty()
        && parts.getFirst().startsWith(PLACE)
        && parts.stream().allMatch(tag -> tag.startsWith(PLACE) || tag.startsWith(SUFFIX));
  }
}
