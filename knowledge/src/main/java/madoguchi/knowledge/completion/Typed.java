package madoguchi.knowledge.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.ReadWord;
import madoguchi.knowledge.text.Readings;
import madoguchi.knowledge.text.SoundKey;
import madoguchi.knowledge.text.WrittenKey;

/**
 * A word that is being typed.
 *
 * @param written how it is written; empty when it holds no kanji, for then its sound says all
 * @param sounds the keys it may begin, the likeliest first
 */
record Typed(String written, List<String> sounds) {

  boolean hasKanji() {
    return !written.isEmpty();
  }

  /** The words of what has been typed, in their order; none when nothing of it can be looked up. */
  static List<Typed> words(String typed) {
    List<Typed> words = new ArrayList<>();
    for (String word : JapaneseText.normalise(typed).split("\\s+")) {
      Typed read = WrittenKey.hasKanji(word) ? withKanji(word) : spoken(word);
      if (!(read.written.isEmpty() && read.sounds.isEmpty()) && !words.contains(read)) {
        words.add(read);
      }
    }
    return words;
  }

  private static Typed spoken(String word) {
    return new Typed("", heard(word));
  }

  private static Typed withKanji(String word) {
    String kana =
        new Readings().of(word).stream().map(ReadWord::kana).collect(Collectors.joining());
    boolean tellsEnough = !WrittenKey.hasKanji(kana) && kana.length() >= 4;
    return new Typed(WrittenKey.of(word), tellsEnough ? heard(kana) : List.of());
  }

  private static List<String> heard(String word) {
    return SoundKey.ofHalfTyped(word).stream().filter(key -> !key.isEmpty()).toList();
  }
}
