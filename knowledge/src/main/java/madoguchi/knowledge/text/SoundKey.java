package madoguchi.knowledge.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How kana or romaji sound, in one Latin spelling: じゅうみん, ジュミン, jumin, jyuumin and zyuumin are all
 * {@code zyumin}. Long vowels are short, っ and doubled consonants single, ん and n one letter, small
 * や ゆ よ like large ones. What cannot be spelled (kanji, digits) stays; marks and spaces go.
 *
 * <p>The key of a beginning is a beginning of the key, but for letters half typed and for a last i;
 * {@link #ofHalfTyped} gives those their several keys.
 */
public final class SoundKey {

  private static final String CONSONANTS = "bcdfghjklmpqrstvwxyz";

  private final StringBuilder key = new StringBuilder();

  private SoundKey() {}

  /**
   * The key of a text.
   *
   * @param text normalised by {@link JapaneseText#normalise}
   */
  public static String of(String text) {
    SoundKey sound = new SoundKey();
    sound.spell(text, false);
    return sound.key.toString();
  }

  /**
   * The keys with which the key of a whole word may begin of which this has been typed: じゅうm gives
   * {@code zyum}, sh gives {@code si} and {@code sy}, き gives {@code ki} and {@code ky}. The
   * likeliest first; never empty, though a key may be.
   *
   * @param typed normalised by {@link JapaneseText#normalise}
   */
  public static List<String> ofHalfTyped(String typed) {
    SoundKey sound = new SoundKey();
    int open = sound.spell(typed, true);
    List<String> begun = open < typed.length() ? RomajiTable.begun(typed.substring(open)) : null;
    if (begun != null) {
      return begun.stream().map(sound::followedBy).distinct().toList();
    }
    List<String> keys = new ArrayList<>(2);
    keys.add(sound.key.toString());
    if (sound.endsInConsonantAndI()) {
      sound.append('y');
      keys.add(sound.key.toString());
    }
    return keys;
  }

  private String followedBy(String begun) {
    SoundKey longer = new SoundKey();
    longer.key.append(key);
    longer.append(begun);
    return longer.key.toString();
  }

  /** Spells the text; gives where the letters begin that are still open, or its length. */
  private int spell(String text, boolean mayBeHalfTyped) {
    for (int i = 0; i < text.length(); ) {
      if (mayBeHalfTyped
          && text.length() - i <= 3
          && RomajiTable.begun(text.substring(i)) != null) {
        return i;
      }
      i += spellOne(text, i);
    }
    return text.length();
  }

  private int spellOne(String text, int i) {
    char c = JapaneseText.hiragana(text.charAt(i));
    char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    if (JapaneseText.isKana(c)) {
      appendKana(c);
      return 1;
    }
    if (isSilent(c, next)) {
      return 1;
    }
    if (c == 'm' && (next == 'b' || next == 'm' || next == 'p')) {
      append('n');
      return 1;
    }
    RomajiTable.@Nullable Piece piece = RomajiTable.at(text, i);
    if (piece != null) {
      append(piece.spelling());
      return piece.length();
    }
    append(c);
    return 1;
  }

  /** Marks are silent, and the first of kk, and the t of tch. */
  private static boolean isSilent(char c, char next) {
    return !(Character.isLetterOrDigit(c) || Character.isSurrogate(c))
        || (CONSONANTS.indexOf(c) >= 0 && c != 'm' && (next == c || (c == 't' && next == 'c')));
  }

  private void appendKana(char c) {
    if (c == 'ぇ' && endsInConsonantAndI()) {
      append("ye");
    } else {
      append(KanaTable.spelling(c));
    }
  }

  private void append(String spelling) {
    for (int i = 0; i < spelling.length(); i++) {
      append(spelling.charAt(i));
    }
  }

  private void append(char letter) {
    char last = key.isEmpty() ? ' ' : key.charAt(key.length() - 1);
    boolean prolongs =
        (letter == last && (isVowel(letter) || letter == 'n'))
            || (last == 'o' && letter == 'u')
            || (last == 'e' && letter == 'i');
    if (prolongs) {
      return;
    }
    if (letter == 'y' && endsInConsonantAndI()) {
      key.setLength(key.length() - 1);
    }
    key.append(letter);
  }

  private boolean endsInConsonantAndI() {
    int end = key.length();
    return end >= 2 && key.charAt(end - 1) == 'i' && isConsonant(key.charAt(end - 2));
  }

  private static boolean isConsonant(char c) {
    return c == 'n' || CONSONANTS.indexOf(c) >= 0;
  }

  private static boolean isVowel(char c) {
    return "aiueo".indexOf(c) >= 0;
  }

  /**
   * Whether a sound may begin at this place of a key, so that u is not found inside zyu.
   *
   * @param at 0 to the key's length, exclusive
   */
  public static boolean mayBeginAt(String key, int at) {
    if (at == 0) {
      return true;
    }
    char before = key.charAt(at - 1);
    char first = key.charAt(at);
    if (before == 'n') {
      return isConsonant(first) && first != 'y';
    }
    return !isConsonant(before) && !(first == 'n' && closes(key, at));
  }

  /** Whether the n there is ん, with which no word begins. */
  private static boolean closes(String key, int n) {
    char next = n + 1 < key.length() ? key.charAt(n + 1) : ' ';
    return !isVowel(next) && next != 'y';
  }
}
