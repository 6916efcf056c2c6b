package madoguchi.knowledge.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What people type, made comparable: width and case (NFKC, lower case), wave dashes, prolonged and
 * iteration marks are brought to one form; control characters, zero-width characters, emoji and
 * lone surrogates go. Any text is accepted, the empty one too; the time is linear in its length.
 */
public final class JapaneseText {

  private static final int PROLONGED = 'ー';
  private static final int KANJI_REPEATED = '々';

  /** The last kanji of the block that all versions of Unicode since 11 (2018) have. */
  private static final char LAST_KANJI = '\u9fef';

  private JapaneseText() {}

  /** The text in its comparable form; line breaks stay, other white space becomes one space. */
  public static String normalise(String typed) {
    return isPlain(typed) ? typed : folded(typed);
  }

  /** Whether no rule touches any of its letters, as in most of what a town writes. */
  private static boolean isPlain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean prolongs = c == PROLONGED && before != PROLONGED && isKana(before);
      if (!prolongs && !isUntouched(c)) {
        return false;
      }
      before = c;
    }
    return true;
  }

  private static boolean isUntouched(char c) {
    return (c >= 'ぁ' && c <= 'ゖ')
        || (c >= 'ァ' && c <= 'ヺ')
        || (c >= '一' && c <= LAST_KANJI)
        || (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || c == '、'
        || c == '。';
  }

  /** The comparable form by all rules, one after the other. */
  static String folded(String typed) {
    String whole = withoutUnreadable(typed);
    String folded = Normalizer.normalize(whole, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return withDashes(withIterations(folded));
  }

  private static String withoutUnreadable(String typed) {
    StringBuilder kept = new StringBuilder(typed.length());
    typed
        .codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.SURROGATE,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> {}
                case Character.OTHER_SYMBOL -> appendSymbol(kept, c);
                case Character.CONTROL -> kept.append(c == '\n' || c == '\r' ? '\n' : ' ');
                default -> {
                  if (!isVariationSelector(c)) {
                    kept.appendCodePoint(c);
                  }
                }
              }
            });
    return kept.toString();
  }

  /** Symbols such as ㈱ and ℡ become letters under NFKC and stay; emoji and ornaments go. */
  private static void appendSymbol(StringBuilder kept, int symbol) {
    String folded = Normalizer.normalize(Character.toString(symbol), Normalizer.Form.NFKC);
    kept.append(folded.codePoints().anyMatch(Character::isLetterOrDigit) ? folded : " ");
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static String withIterations(String folded) {
    StringBuilder out = new StringBuilder(folded.length());
    int[] codePoints = folded.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      if (isIteration(codePoints[i])) {
        int run = runLength(codePoints, i);
        repeat(out, run, codePoints[i]);
        i += run - 1;
      } else {
        out.appendCodePoint(codePoints[i]);
      }
    }
    return out.toString();
  }

  private static String withDashes(String folded) {
    StringBuilder out = new StringBuilder(folded.length());
    int[] codePoints = folded.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      int c = codePoints[i];
      int before = out.isEmpty() ? '\n' : out.codePointBefore(out.length());
      if (isDash(c)) {
        while (i + 1 < codePoints.length && isDash(codePoints[i + 1])) {
          i++;
        }
        boolean inside =
            isKatakana(before) && i + 1 < codePoints.length && isKatakana(codePoints[i + 1]);
        append(out, before, inside || (c == PROLONGED && isKana(before)) ? PROLONGED : plain(c));
      } else if (Character.getType(c) == Character.SPACE_SEPARATOR) {
        append(out, before, ' ');
      } else {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  private static int plain(int dash) {
    return switch (dash) {
      case '〜', '∼', '∾', '〰', '~' -> '~';
      default -> '-';
    };
  }

  /** Appends unless it would only repeat the mark or space before. */
  private static void append(StringBuilder out, int before, int c) {
    if (before != c) {
      out.appendCodePoint(c);
    }
  }

  private static boolean isDash(int c) {
    return switch (c) {
      case 'ー', '~', '〜', '-', '‐', '‑', '‒', '–', '—', '―', '─', '━', '−', '∼', '∾', '〰' -> true;
      default -> false;
    };
  }

  private static boolean isIteration(int c) {
    return switch (c) {
      case KANJI_REPEATED, 'ゝ', 'ゞ', 'ヽ', 'ヾ' -> true;
      default -> false;
    };
  }

  private static int runLength(int[] codePoints, int from) {
    int end = from;
    while (end < codePoints.length && codePoints[end] == codePoints[from]) {
      end++;
    }
    return end - from;
  }

  /**
   * 時々 is 時時, 部分々々 is 部分部分, いすゞ is いすず; a mark with nothing to repeat is dropped. No real word
   * repeats more than three characters, so a longer run of marks counts as three.
   */
  private static void repeat(StringBuilder out, int run, int mark) {
    int count = Math.min(run, 3);
    int from = out.length() - count;
    for (int i = 0; i < count && from >= 0; i++) {
      char earlier = out.charAt(from + i);
      boolean fits = mark == KANJI_REPEATED ? isKanji(earlier) : isKana(earlier);
      if (fits) {
        out.append(mark == 'ゞ' || mark == 'ヾ' ? voiced(earlier) : earlier);
      }
    }
  }

  private static char voiced(char kana) {
    String composed = Normalizer.normalize(kana + "\u3099", Normalizer.Form.NFC);
    return composed.length() == 1 ? composed.charAt(0) : kana;
  }

  /** Katakana as hiragana, everything else as it is: ゴミ and ごみ are one word. */
  static char hiragana(char c) {
    return c >= 'ァ' && c <= 'ヶ' ? (char) (c - 'ァ' + 'ぁ') : c;
  }

  /** Katakana as hiragana throughout. */
  public static String hiragana(CharSequence text) {
    int same = 0;
    while (same < text.length() && hiragana(text.charAt(same)) == text.charAt(same)) {
      same++;
    }
    if (same == text.length()) {
      return text.toString();
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, same);
    for (int i = same; i < text.length(); i++) {
      out.append(hiragana(text.charAt(i)));
    }
    return out.toString();
  }

  static boolean isKana(int c) {
    return (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ヺ') || c == PROLONGED;
  }

  private static boolean isKatakana(int c) {
    return (c >= 'ァ' && c <= 'ヺ') || c == PROLONGED;
  }

  static boolean isKanji(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && c != KANJI_REPEATED;
  }
}
