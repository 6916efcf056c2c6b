package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.SoundKey;
import madoguchi.knowledge.text.WrittenKey;

/**
 * Words typed in kana, as the town writes them: こくみんけんこうほけん is 国民健康保険. The dictionary takes such a
 * run apart at the wrong places, so it is read anew: always the longest word of the entries that
 * sounds so. A long word with one kana wrong is mended too.
 */
final class KanaRepair {

  private static final Pattern KANA = Pattern.compile("[ぁ-ゖァ-ヺー]{2,60}");
  private static final Pattern HIRAGANA = Pattern.compile("[ぁ-ゖー]*");
  private static final int LONGEST_WORD = 16;

  /** A longer word may have its vowels long or short. */
  private static final int LONGEST_BY_READING = 4;

  private static final int SHORTEST_WORD = 3;
  private static final int LEAST_FOR_MENDING = 5;
  private static final int MOST_COMPARED = 20_000;

  private final WrittenForms forms;

  KanaRepair(WrittenForms forms) {
    this.forms = forms;
  }

  /** The text with its kana words written as in the entries. */
  String repair(String typed) {
    Matcher runs = KANA.matcher(JapaneseText.normalise(typed));
    return runs.replaceAll(run -> Matcher.quoteReplacement(rewritten(run.group())));
  }

  private String rewritten(String run) {
    String whole = word(run, true);
    String mended = whole.isEmpty() ? mended(run) : whole;
    return mended.isEmpty() ? inWords(run) : mended;
  }

  private String inWords(String run) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (from < run.length()) {
      int length = Math.min(longest(run, from), run.length() - from);
      String word = "";
      while (length >= 2 && word.isEmpty()) {
        word = word(run.substring(from, from + length), length == run.length());
        length -= word.isEmpty() ? 1 : 0;
      }
      out.append(word.isEmpty() ? run.substring(from, from + 1) : word);
      from += word.isEmpty() ? 1 : length;
    }
    return out.toString();
  }

  /** How long a word may be that begins here. */
  private int longest(String run, int from) {
    int gated = LONGEST_BY_READING + 1;
    boolean longer =
        run.length() - from >= gated && forms.mayBegin(run.substring(from, from + gated));
    return longer ? LONGEST_WORD : LONGEST_BY_READING;
  }

  /** How the entries write the word of this sound; empty when they have none. */
  private String word(String kana, boolean wholeRun) {
    if (kana.length() < SHORTEST_WORD && !wholeRun) {
      return "";
    }
    String plain = JapaneseText.hiragana(kana);
    return best(forms.readingAs(plain))
        .or(
            () ->
                kana.length() <= LONGEST_BY_READING
                    ? Optional.empty()
                    : best(forms.soundingLike(plain)))
        .map(WrittenForms.Form::written)
        .orElse("");
  }

  /**
   * The first with kanji, or else the first. Residents' wordings in hiragana are among the forms
   * too, cut at the wrong places.
   */
  private static Optional<WrittenForms.Form> best(List<WrittenForms.Form> forms) {
    return forms.stream()
        .filter(form -> !HIRAGANA.matcher(form.written()).matches())
        .min(Comparator.comparing(form -> !WrittenKey.hasKanji(form.written())));
  }

  /** The word of the entries that is one kana apart; empty when there is none. */
  private String mended(String run) {
    String key = SoundKey.of(run);
    if (run.length() < LEAST_FOR_MENDING || forms.sounds() > MOST_COMPARED) {
      return "";
    }
    String kana = JapaneseText.hiragana(run);
    List<WrittenForms.Form> near = new ArrayList<>();
    int shortest = Math.max(LEAST_FOR_MENDING - 1, kana.length() - 1);
    for (int length = shortest; length <= kana.length() + 1; length++) {
      for (WrittenForms.Form form : forms.ofLength(length)) {
        if (isOneApart(kana, form.reading())
            && !HIRAGANA.matcher(form.written()).matches()
            && Math.abs(SoundKey.of(form.reading()).length() - key.length()) <= 3) {
          near.add(form);
        }
      }
    }
    return near.stream().map(WrittenForms.Form::written).min(String::compareTo).orElse("");
  }

  /** Whether one letter more, less or other makes the one of the other. */
  static boolean isOneApart(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = a.length() <= b.length() ? b : a;
    if (longer.length() - shorter.length() > 1) {
      return false;
    }
    int i = 0;
    while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
      i++;
    }
    int rest = shorter.length() == longer.length() ? i + 1 : i;
    return i < longer.length()
        && shorter.length() - Math.min(rest, shorter.length()) == longer.length() - i - 1
        && shorter.regionMatches(
            Math.min(rest, shorter.length()), longer, i + 1, longer.length() - i - 1);
  }

  /** Whether there is any kana that could be read otherwise. */
  static boolean mayApply(String typed) {
    return KANA.matcher(typed).find() && !WrittenKey.of(typed).isEmpty();
  }
}
