package madoguchi.knowledge.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Solr's form: {@code a, b, c} are equal, {@code a, b => c, d} lets c or d stand for a and for b; a
 * backslash before a comma makes it part of a word, {@code #} begins a comment line.
 */
final class SolrLines implements WordList.LineReader {

  /** A synonym is a hint, not the resident's own word. */
  private static final double WEIGHT = 0.6;

  private static final int LONGEST_WORD = 60;
  private static final int MOST_WORDS = 40;

  private final List<SynonymRule> rules;

  SolrLines(List<SynonymRule> rules) {
    this.rules = rules;
  }

  @Override
  public void read(String line) throws WordList.Refused {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    String[] sides = line.split("=>", -1);
    if (sides.length > 2) {
      throw new WordList.Refused("more than one =>");
    }
    List<String> left = words(sides[0]);
    if (sides.length == 1 && left.size() < 2) {
      throw new WordList.Refused("one word alone means nothing: a, b or a => b");
    }
    List<String> right = sides.length == 1 ? left : words(sides[1]);
    for (String trigger : left) {
      for (String alternative : right) {
        if (!trigger.equals(alternative)) {
          rules.add(new SynonymRule(trigger, alternative, WEIGHT));
        }
      }
    }
  }

  @Override
  public void end() {}

  private static List<String> words(String side) throws WordList.Refused {
    Set<String> words = new LinkedHashSet<>();
    for (String written : split(side)) {
      String word = JapaneseText.normalise(written).strip();
      if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
        throw new WordList.Refused("a word is empty or has no letter");
      }
      if (word.length() > LONGEST_WORD) {
        throw new WordList.Refused("a word is longer than " + LONGEST_WORD + " characters");
      }
      words.add(word);
    }
    if (words.size() > MOST_WORDS) {
      throw new WordList.Refused("more than " + MOST_WORDS + " words");
    }
    return List.copyOf(words);
  }

  private static List<String> split(String side) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < side.length(); i++) {
      char c = side.charAt(i);
      if (c == '\\' && i + 1 < side.length()) {
        word.append(side.charAt(++i));
      } else if (c == ',' || c == '、' || c == '，') {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    words.add(word.toString());
    return words;
  }
}
