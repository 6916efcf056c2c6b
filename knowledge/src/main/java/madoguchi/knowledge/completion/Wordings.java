package madoguchi.knowledge.completion;

import java.util.ArrayList;
import java.util.List;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.ReadWord;
import madoguchi.knowledge.text.Readings;
import madoguchi.knowledge.text.SoundKey;
import madoguchi.knowledge.text.WrittenKey;

/** Reads texts and writes each as a line of three columns: how it is written and how it sounds. */
final class Wordings {

  private final Readings readings = new Readings();
  private final ColumnWriter written = new ColumnWriter();
  private final ColumnWriter spoken = new ColumnWriter();

  /**
   * How a text sounds where vowels meet over the end of a word: …の受付 is typed のうけつけ, of which the
   * key is noketuke. Empty where it is the same.
   */
  private final ColumnWriter flowing = new ColumnWriter();

  private int count;

  /** Adds a text as the next line; gives its words in the normalised text. */
  List<ReadWord> add(String text) {
    String normalised = JapaneseText.normalise(text);
    List<ReadWord> words =
        readings.of(normalised).stream()
            .filter(word -> !SoundKey.of(word.kana()).isEmpty())
            .toList();
    List<String> kana = words.stream().map(ReadWord::kana).toList();
    List<String> keys = kana.stream().map(SoundKey::of).toList();
    written.line(
        words.stream()
            .map(word -> WrittenKey.of(normalised.substring(word.from(), word.to())))
            .toList());
    spoken.line(keys);
    flowing.line(flowing(kana, String.join("", keys)));
    count++;
    return words;
  }

  /** The number of the next line. */
  int next() {
    return count;
  }

  Columns columns() {
    return new Columns(written.column(), spoken.column(), flowing.column());
  }

  private static List<String> flowing(List<String> kana, String apart) {
    String key = SoundKey.of(String.join("", kana));
    if (key.equals(apart)) {
      return List.of();
    }
    List<String> pieces = new ArrayList<>(kana.size());
    StringBuilder before = new StringBuilder();
    int from = 0;
    for (String word : kana) {
      before.append(word);
      int to = Math.max(from, Math.min(key.length(), SoundKey.of(before.toString()).length()));
      pieces.add(key.substring(from, to));
      from = to;
    }
    return pieces;
  }
}
