package madoguchi.knowledge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sudachi's synonym dictionary: one word a line with the group it belongs to, as its own
 * description of the columns says. What would lead astray is left out: entries that are never to be
 * expanded, names of people, places, companies and products, fields far from a town hall, words in
 * Latin letters, and very large groups.
 */
final class SudachiLines implements WordList.LineReader {

  /** Two spellings of one word. */
  private static final double SPELLING = 0.9;

  /** Two words of about one meaning. */
  private static final double MEANING = 0.4;

  private static final int LARGEST_GROUP = 25;
  private static final int COLUMNS = 9;
  private static final Pattern NUMBER = Pattern.compile("\\d{6}");
  private static final Pattern LATIN = Pattern.compile("[\\x00-\\x7F]*");
  private static final Set<String> FAR =
      Set.of(
          "人名", "キャラ", "国名", "地名", "観光", "店名", "商品", "大学名", "企業名", "旧企業名", "組織名", "料理", "スポーツ",
          "IT", "不快");

  private final List<SynonymRule> rules;
  private final List<Word> group = new ArrayList<>();
  private String number = "";

  SudachiLines(List<SynonymRule> rules) {
    this.rules = rules;
  }

  private record Word(String head, String lexeme, boolean triggers) {}

  @Override
  public void read(String line) throws WordList.Refused {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    String[] columns = line.split(",", -1);
    if (columns.length < COLUMNS) {
      throw new WordList.Refused("fewer than " + COLUMNS + " columns");
    }
    if (!NUMBER.matcher(columns[0]).matches()) {
      throw new WordList.Refused("the group is not a number of six digits");
    }
    if (!columns[2].matches("[012]?")) {
      throw new WordList.Refused("the third column is not 0, 1 or 2");
    }
    if (columns[8].isBlank()) {
      throw new WordList.Refused("the word is empty");
    }
    if (!columns[0].equals(number)) {
      end();
      number = columns[0];
    }
    if (!columns[2].equals("2") && isNear(columns[7]) && !LATIN.matcher(columns[8]).matches()) {
      group.add(
          new Word(
              JapaneseText.normalise(columns[8]).strip(), columns[3], !columns[2].equals("1")));
    }
  }

  @Override
  public void end() {
    if (group.size() <= LARGEST_GROUP) {
      for (Word from : group) {
        group.stream()
            .filter(to -> from.triggers && !to.head.equals(from.head))
            .forEach(to -> rules.add(new SynonymRule(from.head, to.head, weight(from, to))));
      }
    }
    group.clear();
  }

  private static double weight(Word from, Word to) {
    return !from.lexeme.isEmpty() && from.lexeme.equals(to.lexeme) ? SPELLING : MEANING;
  }

  private static boolean isNear(String fields) {
    for (String field : fields.replaceAll("[()]", "").split("/")) {
      if (FAR.contains(field.strip())) {
        return false;
      }
    }
    return true;
  }
}
