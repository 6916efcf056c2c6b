package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.SoundKey;
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
  private static final int BEGINNING = 4;
  private static final int HALF = 2;
  private static final int MOST_FORMS = 60_000;

  private final Map<String, List<Form>> bySound = new HashMap<>();
  private final Set<String> writings = new HashSet<>();
  private final double spelling;
  private final Map<String, List<Form>> byReading = new HashMap<>();

  /** By the first two kana of the reading, and by its last two. */
  private final Map<String, List<Form>> byBeginning = new HashMap<>();

  private final Map<String, List<Form>> byEnd = new HashMap<>();

  /** How the longer sounds begin. */
  private final Set<String> beginnings = new HashSet<>();

  /**
   * A word or compound of the entries; what is written alike is kept once.
   *
   * @param written as it stands there
   * @param surface the same with katakana as hiragana
   * @param terms what it is searched by
   * @param reading in hiragana
   */
  record Form(String written, String surface, List<String> terms, String reading) {
    Form {
      written = written.equals(surface) ? surface : written;
      reading = reading.equals(surface) ? surface : reading;
    }
  }

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
      List<AnalysedEntry> entries, Vocabulary vocabulary, ReadTexts texts, double spelling) {
    this.spelling = spelling;
    if (spelling == 0) {
      return;
    }
    for (AnalysedEntry entry : entries) {
      if (writings.size() >= MOST_FORMS) {
        break;
      }
      addCompounds(entry.entry().question(), texts);
      entry.entry().phrasings().forEach(wording -> addCompounds(wording, texts));
    }
    vocabulary.terms().stream()
        .sorted()
        .forEach(term -> add(new Form(term, term, List.of(term), texts.reading(term))));
    List.of(bySound, byReading, byBeginning, byEnd)
        .forEach(forms -> forms.replaceAll((key, all) -> List.copyOf(all)));
  }

  private void addCompounds(String text, ReadTexts texts) {
    String normalised = JapaneseText.normalise(text);
    String folded = JapaneseText.hiragana(normalised);
    List<Token> tokens = texts.words(text);
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
        String plain = surface.toString();
        if (isWritten(plain)) {
          continue;
        }
        boolean asWritten = folded.startsWith(plain, Math.max(0, found));
        int end = plain.length();
        String written = asWritten && rest.length() >= end ? rest.substring(0, end) : plain;
        add(new Form(written, plain, List.copyOf(terms), reading.toString()));
      }
    }
  }

  private void add(Form form) {
    boolean telling = form.surface.length() >= 2 || form.reading.length() >= 3;
    if (telling && writings.size() < MOST_FORMS && writings.add(form.surface)) {
      String sound = SoundKey.of(form.reading);
      bySound.computeIfAbsent(sound, key -> new ArrayList<>(1)).add(form);
      byReading.computeIfAbsent(form.reading, reading -> new ArrayList<>(1)).add(form);
      if (form.reading.length() >= 2 * HALF) {
        byBeginning.computeIfAbsent(beginning(form.reading), b -> new ArrayList<>(1)).add(form);
        byEnd.computeIfAbsent(end(form.reading), e -> new ArrayList<>(1)).add(form);
      }
      if (sound.length() >= BEGINNING) {
        beginnings.add(sound.substring(0, BEGINNING));
      }
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

  /** All forms that read so, in their order. */
  List<Form> readingAs(String reading) {
    return byReading.getOrDefault(reading, List.of());
  }

  /**
   * All forms whose reading begins or ends as this one does; one kana more, less or other leaves
   * either the beginning or the end of a longer word as it is. May hold a form twice.
   */
  List<Form> halfLike(String reading) {
    List<Form> alike = new ArrayList<>(byBeginning.getOrDefault(beginning(reading), List.of()));
    alike.addAll(byEnd.getOrDefault(end(reading), List.of()));
    return alike;
  }

  private static String beginning(String reading) {
    return reading.substring(0, HALF);
  }

  private static String end(String reading) {
    return reading.substring(reading.length() - HALF);
  }

  /** How many different sounds there are. */
  int sounds() {
    return bySound.size();
  }

  /** Whether a word that begins with these five kana, or more, may be among the forms. */
  boolean mayBegin(String kana) {
    String sound = SoundKey.of(kana);
    // The last letters may yet change with the next kana.
    return sound.length() < BEGINNING + 2 || beginnings.contains(sound.substring(0, BEGINNING));
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
    if (typed.isEmpty() || known.isEmpty()) {
      // けんしん cut at the wrong place is no 死ん.
      String kana = typed.isEmpty() ? surface : form.surface;
      return typed.length() + known.length() >= 2 || kana.length() >= 3;
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
