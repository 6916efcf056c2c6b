package madoguchi.knowledge.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.knowledge.text.JapaneseText;

/**
 * Terms that are no words: a resident's wording in hiragana is cut at the wrong places, so that みいつ
 * comes of ごみいつ. What stands in a question or an answer, or in a wording in katakana, is a word.
 */
final class Fragments {

  private static final Pattern HIRAGANA = Pattern.compile("[ぁ-ゖー]+");
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー]{2,}");
  private static final int SHORTEST_PART = 3;

  private Fragments() {}

  /** Those of entries. */
  static Set<String> of(List<AnalysedEntry> entries) {
    Set<String> fragments = new HashSet<>();
    Set<String> katakana = new HashSet<>();
    for (AnalysedEntry entry : entries) {
      entry.wordings().forEach(fragments::addAll);
      for (String wording : entry.entry().phrasings()) {
        Matcher words = KATAKANA.matcher(JapaneseText.normalise(wording));
        while (words.find()) {
          katakana.add(JapaneseText.hiragana(words.group()));
        }
      }
    }
    for (AnalysedEntry entry : entries) {
      entry.question().forEach(fragments::remove);
      entry.sentences().forEach(sentence -> sentence.forEach(fragments::remove));
    }
    fragments.removeIf(term -> !HIRAGANA.matcher(term).matches());
    String all = String.join(" ", katakana);
    fragments.removeIf(
        term -> term.length() >= SHORTEST_PART ? all.contains(term) : katakana.contains(term));
    return Set.copyOf(fragments);
  }
}
