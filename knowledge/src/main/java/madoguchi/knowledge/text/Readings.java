package madoguchi.knowledge.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * How words are read, by Kuromoji's dictionary. A compound is read as a whole (株式会社 is かぶしきがいしゃ)
 * and given in its parts where their readings are as long. Not for several threads at once; one
 * reader may read many texts.
 */
public final class Readings {

  private final JapaneseTokenizer words =
      new JapaneseTokenizer(null, true, false, JapaneseTokenizer.Mode.SEARCH);
  private final CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
  private final ReadingAttribute reading = words.addAttribute(ReadingAttribute.class);

  /**
   * The words of a text in their order, without marks and spaces.
   *
   * @param text normalised by {@link JapaneseText#normalise}
   */
  public List<ReadWord> of(String text) {
    List<ReadWord> tokens = tokens(text);
    List<ReadWord> read = new ArrayList<>(tokens.size());
    int i = 0;
    while (i < tokens.size()) {
      ReadWord whole = longestAt(tokens, i);
      int next = i;
      while (next < tokens.size() && tokens.get(next).from() < whole.to()) {
        next++;
      }
      read.addAll(parts(whole, tokens.subList(i, next)));
      i = next;
    }
    return read;
  }

  private List<ReadWord> tokens(String text) {
    List<ReadWord> tokens = new ArrayList<>();
    try (words) {
      words.setReader(new StringReader(text));
      words.reset();
      while (words.incrementToken()) {
        String kana = kana(term.toString(), reading.getReading());
        tokens.add(new ReadWord(offset.startOffset(), offset.endOffset(), kana));
      }
      words.end();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return tokens;
  }

  /** Kana is its own reading: the dictionary would read は as わ in places. */
  private static String kana(String surface, @Nullable String reading) {
    return hiragana(reading == null || !WrittenKey.hasKanji(surface) ? surface : reading);
  }

  private static String hiragana(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(JapaneseText.hiragana(text.charAt(i)));
    }
    return out.toString();
  }

  private static ReadWord longestAt(List<ReadWord> tokens, int i) {
    ReadWord longest = tokens.get(i);
    for (int j = i + 1; j < tokens.size() && tokens.get(j).from() == longest.from(); j++) {
      longest = tokens.get(j).to() > longest.to() ? tokens.get(j) : longest;
    }
    return longest;
  }

  private static List<ReadWord> parts(ReadWord whole, List<ReadWord> within) {
    List<ReadWord> parts = new ArrayList<>();
    int at = whole.from();
    int read = 0;
    for (ReadWord part : within) {
      int readTo = read + part.kana().length();
      if (part.from() == at && part.to() <= whole.to() && !part.equals(whole)) {
        if (readTo > whole.kana().length()) {
          return List.of(whole);
        }
        parts.add(new ReadWord(at, part.to(), whole.kana().substring(read, readTo)));
        at = part.to();
        read = readTo;
      }
    }
    return at == whole.to() && read == whole.kana().length() ? parts : List.of(whole);
  }
}
