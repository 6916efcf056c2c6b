package madoguchi.knowledge.text;

import java.util.HashMap;
import java.util.Map;

/** How each kana is spelled in a sound key, from {@code kana.txt}; ん is n, っ and ー are silent. */
final class KanaTable {

  private static final String VOWELS = "aiueo";
  private static final Map<Character, String> SPELLINGS = read();

  private KanaTable() {}

  /** The spelling of a hiragana; empty for a silent one. */
  static String spelling(char hiragana) {
    return SPELLINGS.getOrDefault(hiragana, "");
  }

  private static Map<Character, String> read() {
    Map<Character, String> spellings = new HashMap<>();
    for (String line : WordLines.of("/madoguchi/text/kana.txt")) {
      String[] row = line.split("\\s+");
      String consonant = row[0].equals("-") ? "" : row[0];
      for (int i = 0; i < VOWELS.length(); i++) {
        if (row[1].charAt(i) != '_') {
          spellings.put(row[1].charAt(i), consonant + VOWELS.charAt(i));
        }
      }
    }
    spellings.put('ん', "n");
    return Map.copyOf(spellings);
  }
}
