package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.SoundKey;
import madoguchi.knowledge.text.WrittenKey;
import org.jspecify.annotations.Nullable;

/**
 * Words typed in kana, as the town writes them: こくみんけんこうほけん is 国民健康保険. The dictionary takes such a
 * run apart at the wrong places, so it is read anew, see {@link KanaPieces}; a long word with one
 * kana wrong is mended too. The kana that end a word written with kanji are left as they are.
 */
final class KanaRepair {

  private static final Pattern KANA = Pattern.compile("[ぁ-ゖァ-ヺー]{3,60}");
  private static final Pattern HIRAGANA = Pattern.compile("[ぁ-ゖー]*");

  /** A longer word may have its vowels long or short. */
  private static final int LONGEST_BY_READING = KanaPieces.LONGEST_UNASKED;

  private static final int LEAST_FOR_MENDING = 5;
  private static final int MOST_COMPARED = 20_000;

  private final WrittenForms forms;
  private final Vocabulary vocabulary;
  private final KanaPieces pieces;

  /** What has been looked up while an index is built: residents' wordings repeat their kana. */
  private @Nullable Seen building = new Seen(new HashMap<>(), new HashMap<>());

  KanaRepair(WrittenForms forms, Vocabulary vocabulary) {
    this.forms = forms;
    this.vocabulary = vocabulary;
    this.pieces = new KanaPieces(this::word, this::mayBegin, vocabulary);
  }

  /**
   * A text read anew.
   *
   * @param whole whether some run of kana is one word of the town, with no more than its frame
   */
  record Repaired(String text, boolean whole) {}

  /** The text with its kana words written as in the entries. */
  String repair(String typed) {
    return repaired(typed, true).text;
  }

  /** The same, if no word with one kana wrong is looked for. */
  String withoutMending(String typed) {
    return read(typed, false, false).text;
  }

  /**
   * The same, saying how.
   *
   * @param mending whether a word with one kana wrong is looked for
   */
  Repaired repaired(String typed, boolean mending) {
    return read(typed, mending, true);
  }

  private Repaired read(String typed, boolean mending, boolean asksWhole) {
    String text = JapaneseText.normalise(typed);
    Matcher runs = KANA.matcher(text);
    StringBuilder out = new StringBuilder();
    boolean whole = false;
    int from = 0;
    while (runs.find()) {
      String run = runs.group();
      boolean ending =
          runs.start() > 0 && WrittenKey.hasKanji(text.substring(runs.start() - 1, runs.start()));
      String word = ending || pieces.isScaffolding(run) ? "" : word(run);
      whole |= asksWhole && (!word.isEmpty() || !ending && pieces.isWordInFrame(run));
      if (word.isEmpty() && mending && !ending) {
        word = mended(run);
      }
      out.append(text, from, runs.start()).append(word.isEmpty() ? cut(run, ending) : word);
      from = runs.end();
    }
    return new Repaired(out.append(text, from, text.length()).toString(), whole);
  }

  private boolean mayBegin(String kana) {
    return kana.length() <= LONGEST_BY_READING
        || forms.mayBegin(kana.substring(0, LONGEST_BY_READING + 1));
  }

  /** Ends the building, from when on there are many threads and no end of other kana. */
  void finish() {
    building = null;
  }

  /**
   * Kana that have been looked up.
   *
   * @param words how the town writes the word of a sound
   * @param cut the pieces of whole runs
   */
  private record Seen(Map<String, String> words, Map<Run, String> cut) {}

  /** Kana, and whether they end a word that was written with kanji. */
  private record Run(String kana, boolean ending) {}

  /** The pieces of a run; many wordings end in したい or はどうすればいいですか. */
  private String cut(String run, boolean ending) {
    Seen seen = building;
    return seen == null
        ? pieces.of(run, ending)
        : seen.cut.computeIfAbsent(new Run(run, ending), one -> pieces.of(run, ending));
  }

  /** How the entries write the word of this sound; empty when they have none. */
  private String word(String kana) {
    Seen seen = building;
    return seen == null ? lookedUp(kana) : seen.words.computeIfAbsent(kana, this::lookedUp);
  }

  private String lookedUp(String kana) {
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
   * Those with kanji first, and of several the one that the town uses most. Residents' wordings in
   * hiragana are among the forms too, cut at the wrong places.
   */
  private Optional<WrittenForms.Form> best(List<WrittenForms.Form> all) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    return all.stream()
        .filter(form -> !HIRAGANA.matcher(form.written()).matches())
        .min(
            Comparator.comparing((WrittenForms.Form form) -> !WrittenKey.hasKanji(form.written()))
                .thenComparingDouble(this::rareness));
  }

  private double rareness(WrittenForms.Form form) {
    return form.terms().stream().mapToDouble(vocabulary::idf).max().orElse(0);
  }

  /** The word of the entries that is one kana apart; empty when there is none. */
  private String mended(String run) {
    String key = SoundKey.of(run);
    if (run.length() < LEAST_FOR_MENDING || forms.sounds() > MOST_COMPARED) {
      return "";
    }
    String kana = JapaneseText.hiragana(run);
    List<WrittenForms.Form> near = new ArrayList<>();
    for (WrittenForms.Form form : forms.halfLike(kana)) {
      if (form.reading().length() >= LEAST_FOR_MENDING - 1
          && isOneApart(kana, form.reading())
          && !HIRAGANA.matcher(form.written()).matches()
          && Math.abs(SoundKey.of(form.reading()).length() - key.length()) <= 3) {
        near.add(form);
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
    return KANA.matcher(JapaneseText.normalise(typed)).find() && !WrittenKey.of(typed).isEmpty();
  }
}
