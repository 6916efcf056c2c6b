package madoguchi.knowledge.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Latin spellings that differ from those of a sound key, from {@code romaji.txt}. */
final class RomajiTable {

  private static final int LONGEST = 4;
  private static final Map<String, List<String>> SPELLINGS = read("/madoguchi/text/romaji.txt");
  private static final Map<String, List<String>> HALF_TYPED =
      read("/madoguchi/text/half-typed.txt");

  private RomajiTable() {}

  /** A piece of the text that is spelled otherwise in a key. */
  record Piece(int length, String spelling) {}

  /** The longest piece at this place that has a line in the table; null where none has. */
  static @Nullable Piece at(CharSequence text, int from) {
    for (int length = Math.min(LONGEST, text.length() - from); length > 0; length--) {
      List<String> spelling = SPELLINGS.get(text.subSequence(from, from + length).toString());
      if (spelling != null) {
        return new Piece(length, spelling.getFirst());
      }
    }
    return null;
  }

  /** How what follows may begin when the last letters typed are these; null: as it stands. */
  static @Nullable List<String> begun(String lastLetters) {
    return HALF_TYPED.get(lastLetters);
  }

  private static Map<String, List<String>> read(String resource) {
    Map<String, List<String>> table = new HashMap<>();
    for (String line : WordLines.of(resource)) {
      String[] words = line.split("\\s+");
      List<String> spellings =
          Arrays.stream(words, 1, words.length).map(word -> word.equals("=") ? "" : word).toList();
      table.put(words[0], spellings);
    }
    return Map.copyOf(table);
  }
}
