package madoguchi.knowledge.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.PlaceNames;
import madoguchi.knowledge.text.TextAnalysis;

/**
 * The town's own name. All that a town writes is about itself, so its name tells no entry from
 * another. Where the name is not known it is looked for in the entries: the place they name most.
 */
final class OwnName {

  private static final Pattern NAME =
      Pattern.compile("([\\p{IsHan}ヶケ]{2,4}|(?<![ぁ-んァ-ヺ])[ぁ-んァ-ヺー]{2,5})([市区町村])");
  private static final double LEAST_SHARE = 0.01;
  private static final int LEAST_ENTRIES = 3;
  private static final int MOST_READ = 5_000;

  /** A shorter piece of a name that the dictionary takes apart may be a word, as 野 of あおば野. */
  private static final int LEAST_OF_PIECE = 2;

  private OwnName() {}

  /**
   * The terms of the name; none when it is not known and no place is named often.
   *
   * @param name as the town gives it; may be empty
   */
  static Set<String> terms(String name, List<FaqEntry> entries, TextAnalysis analysis) {
    String known = name.strip();
    if (known.isEmpty()) {
      return found(entries, analysis);
    }
    List<String> terms = analysis.terms(known);
    return PlaceNames.isPlace(known)
        ? Set.copyOf(terms)
        : terms.stream()
            .filter(term -> term.length() >= LEAST_OF_PIECE)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> found(List<FaqEntry> entries, TextAnalysis analysis) {
    Map<String, Integer> named = new HashMap<>();
    int step = 1 + entries.size() / MOST_READ;
    for (int i = 0; i < entries.size(); i += step) {
      FaqEntry entry = entries.get(i);
      Set<String> here = new HashSet<>();
      Matcher names = NAME.matcher(entry.question() + '\n' + entry.answer());
      while (names.find()) {
        here.add(names.group());
      }
      here.forEach(name -> named.merge(name, 1, Integer::sum));
    }
    double least = Math.max(LEAST_ENTRIES, LEAST_SHARE * entries.size() / step);
    return named.entrySet().stream()
        .filter(name -> name.getValue() >= least)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(20)
        .map(Map.Entry::getKey)
        .filter(PlaceNames::isPlace)
        .findFirst()
        .map(name -> Set.copyOf(analysis.terms(name)))
        .orElse(Set.of());
  }
}
