package madoguchi.channel.web;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.knowledge.faq.FaqEntry;

/**
 * A town's entries on a day, in the order of the catalog.
 *
 * @param first of each department the first category
 */
record ShownFaq(
    long revision, LocalDate day, Map<String, List<FaqEntry>> byCategory, Set<String> first) {

  /** The categories of these questions, then of each department the first. */
  Set<String> leading(List<String> questions) {
    Set<String> leading = new LinkedHashSet<>();
    for (String question : questions) {
      byCategory.forEach(
          (category, within) -> {
            if (within.stream().anyMatch(entry -> entry.question().equals(question))) {
              leading.add(category);
            }
          });
    }
    leading.addAll(first);
    return leading;
  }

  Optional<FaqEntry> find(String id) {
    return byCategory.values().stream()
        .flatMap(List::stream)
        .filter(entry -> entry.id().equals(id))
        .findFirst();
  }

  List<FaqEntry> in(String category) {
    return byCategory.getOrDefault(category, List.of());
  }
}
