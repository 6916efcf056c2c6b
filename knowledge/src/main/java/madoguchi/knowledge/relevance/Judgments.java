package madoguchi.knowledge.relevance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which entries answer which questions, and how well, as people judged: TREC's qrels.
 *
 * @param grades by question and entry; 0 does not answer, 1 and more do
 */
public record Judgments(Map<String, Map<String, Integer>> grades) {

  public Judgments {
    Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
    grades.forEach((query, entries) -> copy.put(query, Map.copyOf(entries)));
    grades = Map.copyOf(copy);
  }

  /**
   * Reads lines of {@code query_id 0 faq_id grade}.
   *
   * @throws MalformedInput at a line of another form, or a pair that is judged twice
   * @throws IOException when the file cannot be read
   */
  public static Judgments read(Path file) throws IOException, MalformedInput {
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    List<String> lines = TextLines.of(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] parts = lines.get(i).strip().split("\\s+");
      if (parts.length != 4 || !parts[3].matches("-?\\d{1,4}")) {
        throw new MalformedInput(file, i + 1, "must be: query_id 0 faq_id grade");
      }
      Integer earlier =
          grades
              .computeIfAbsent(parts[0], query -> new HashMap<>())
              .put(parts[2], Integer.parseInt(parts[3]));
      if (earlier != null) {
        throw new MalformedInput(
            file, i + 1, "%s and %s are judged twice".formatted(parts[0], parts[2]));
      }
    }
    return new Judgments(grades);
  }

  /** The grade of the pair; 0 when nobody judged it. */
  public int grade(String query, String entry) {
    return Math.max(0, of(query).getOrDefault(entry, 0));
  }

  /** What was judged for a question. */
  public Map<String, Integer> of(String query) {
    return grades.getOrDefault(query, Map.of());
  }

  /** Whether some entry answers the question. */
  public boolean isAnswerable(String query) {
    return of(query).values().stream().anyMatch(grade -> grade >= 1);
  }

  /** The highest grade of all; 0 without judgments. */
  public int highest() {
    return grades.values().stream()
        .flatMap(entries -> entries.values().stream())
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }
}
