package madoguchi.knowledge.text;

import java.util.Arrays;

/** How each kana is spelled in a sound key, from {@code kana.txt}; ん is n, っ and ー are silent. */
final class KanaTable {

  private static final String VOWELS = "aiueo";
  private static final char FIRST = 'ぁ';
  private static final String[] SPELLINGS = read();

  private KanaTable() {}

  /** The spelling of a hiragana; empty for a silent one. */
  static String spelling(char hiragana) {
    int place = hiragana - FIRST;
    return place >= 0 && place < SPELLINGS.length ? SPELLINGS[place] : "";
  }

  private static String[] read() {
    String[] spellings = new String['ゖ' - FIRST + 1];
    Arrays.fill(spellings, "");
    for (String line : WordLines.of("/madoguchi/text/kana.txt")) {
      String[] row = line.split("\\s+");
      String consonant = row[0].equals("-") ? "" : row[0];
      for (int i = 0; i < VOWELS.length(); i++) {
        if (row[1].charAt(i) != '_') {
          spellings[row[1].charAt(i) - FIRST] = consonant + VOWELS.charAt(i);
        }
      }
    }
    spellings['ん' - FIRST] = "n";
    return spellings;
  }
}
