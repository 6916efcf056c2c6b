package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.SoundKey;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.text.Token;
import madoguchi.knowledge.text.WrittenKey;

/**
 * How the town writes its words, by their sound: 申し込み for 申込み, 自転車 for じてんしゃ, 住民票 for 住民表. Derived
 * from the entries alone: words of one reading that have the same kanji, or differ in kana only;
 * and a compound with one kanji wrong, when the town never writes it so.
 */
final class WrittenForms {

  /** One of several words that sound the same counts so much of another spelling. */
  private static final double ONE_OF_SEVERAL = 2.0 / 3;

  private static final int LONGEST_SPAN = 4;
  private static final int MOST_FORMS = 60_000;

  private final Map<String, List<Form>> bySound = new HashMap<>();
  private final Set<String> writings = new HashSet<>();
  private final double spelling;

  /**
   * A word or compound of the entries.
   *
   * @param written as it stands there
   * @param surface the same with katakana as hiragana
   * @param terms what it is searched by
   * @param reading in hiragana
   */
  record Form(String written, String surface, List<String> terms, String reading) {}

  /**
   * A form that may stand for what was typed.
   *
   * @param weight how far it is the same, above 0 to 1
   */
  record Variant(Form form, double weight) {}

  /**
   * Of entries.
   *
   * @param spelling how far another spelling is the same word, 0 to 1; 0: no other is looked for
   */
  WrittenForms(
      List<AnalysedEntry> entries, Vocabulary vocabulary, TextAnalysis analysis, double spelling) {
    this.spelling = spelling;
    if (spelling == 0) {
      return;
    }
    for (AnalysedEntry entry : entries) {
      if (writings.size() >= MOST_FORMS) {
        break;
      }
      addCompounds(entry.entry().question(), analysis);
      entry.entry().phrasings().forEach(wording -> addCompounds(wording, analysis));
    }
    vocabulary.terms().stream()
        .sorted()
        .forEach(term -> add(new Form(term, term, List.of(term), analysis.reading(term))));
  }

  private void addCompounds(String text, TextAnalysis analysis) {
    String normalised = JapaneseText.normalise(text);
    String folded = JapaneseText.hiragana(normalised);
    List<Token> tokens = analysis.tokens(normalised);
    int at = 0;
    for (int from = 0; from < tokens.size(); from++) {
      // A spelling that the analysis has changed is not in the text.
      int found = folded.indexOf(tokens.get(from).surface(), at);
      String rest = found < 0 ? "" : normalised.substring(found);
      at = Math.max(at, found);
      StringBuilder surface = new StringBuilder();
      StringBuilder reading = new StringBuilder();
      List<String> terms = new ArrayList<>();
      for (int to = from; to < Math.min(tokens.size(), from + LONGEST_SPAN); to++) {
        String term = tokens.get(to).term();
        if (term == null) {
          break;
        }
        surface.append(tokens.get(to).surface());
        reading.append(tokens.get(to).reading());
        terms.add(term);
        boolean asWritten = folded.startsWith(surface.toString(), Math.max(0, found));
        String written =
            asWritten && rest.length() >= surface.length()
                ? rest.substring(0, surface.length())
                : surface.toString();
        add(new Form(written, surface.toString(), List.copyOf(terms), reading.toString()));
      }
    }
  }

  private void add(Form form) {
    boolean telling = form.surface.length() >= 2 || form.reading.length() >= 3;
    if (telling && writings.size() < MOST_FORMS && writings.add(form.surface)) {
      bySound.computeIfAbsent(SoundKey.of(form.reading), key -> new ArrayList<>(1)).add(form);
    }
  }

  /** Whether the entries write it so. */
  boolean isWritten(String surface) {
    return writings.contains(surface);
  }

  /** All forms that sound so, long and short vowels alike. */
  List<Form> soundingLike(String reading) {
    return bySound.getOrDefault(SoundKey.of(reading), List.of());
  }

  /** The keys of all sounds. */
  Set<String> sounds() {
    return bySound.keySet();
  }

  List<Form> ofSound(String key) {
    return bySound.getOrDefault(key, List.of());
  }

  /** What may stand for words that were typed so and read so. */
  List<Variant> variants(String surface, String reading) {
    List<Form> same =
        soundingLike(reading).stream().filter(form -> isSameWord(surface, reading, form)).toList();
    boolean kana = !WrittenKey.hasKanji(surface);
    if (kana && surface.length() < 3 && same.size() > 1) {
      return List.of();
    }
    double weight = kana && same.size() > 1 ? spelling * ONE_OF_SEVERAL : spelling;
    return same.stream().map(form -> new Variant(form, weight)).toList();
  }

  private boolean isSameWord(String surface, String reading, Form form) {
    if (form.surface.equals(surface)) {
      return false;
    }
    String typed = kanji(surface);
    String known = kanji(form.surface);
    if (typed.isEmpty() && known.isEmpty()) {
      return surface.length() >= 4;
    }
    if (!plain(reading).equals(plain(form.reading))) {
      return false;
    }
    return isWithin(typed, known)
        || isWithin(known, typed)
        || (!isWritten(surface) && surface.length() >= 3 && differInOne(typed, known));
  }

  private static String plain(String reading) {
    return reading.replace("ー", "");
  }

  private static String kanji(String surface) {
    StringBuilder kanji = new StringBuilder();
    surface
        .codePoints()
        .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
        .forEach(kanji::appendCodePoint);
    return kanji.toString();
  }

  /** Whether the letters of the one stand in the other in the same order. */
  private static boolean isWithin(String shorter, String longer) {
    int found = 0;
    for (int i = 0; i < longer.length() && found < shorter.length(); i++) {
      found += longer.charAt(i) == shorter.charAt(found) ? 1 : 0;
    }
    return found == shorter.length();
  }

  private static boolean differInOne(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    int differing = 0;
    for (int i = 0; i < a.length(); i++) {
      differing += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return differing == 1;
  }
}
