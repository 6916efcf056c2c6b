package madoguchi.channel.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqSnapshot;
import madoguchi.municipality.MunicipalityCode;

/**
 * The entries that residents may read today, by category; read anew when the catalog moved on. The
 * categories come in the order of the town's departments, for that is how a town hall sorts life:
 * the residents' desk first, its own administration last.
 */
final class ShownEntries {

  private final FaqCatalog catalog;
  private final String unsorted;
  private final Map<MunicipalityCode, ShownFaq> shown = new ConcurrentHashMap<>();

  /**
   * Over a catalog.
   *
   * @param unsorted the name of the category of entries that have none
   */
  ShownEntries(FaqCatalog catalog, String unsorted) {
    this.catalog = catalog;
    this.unsorted = unsorted;
  }

  ShownFaq of(Municipality town, LocalDate today) {
    ShownFaq known = shown.get(town.code());
    if (known != null
        && known.day().equals(today)
        && known.revision() == catalog.revision(town.code())) {
      return known;
    }
    ShownFaq fresh = read(town, today);
    shown.put(town.code(), fresh);
    return fresh;
  }

  String category(FaqEntry entry) {
    String category = entry.category();
    return category == null || category.isBlank() ? unsorted : category;
  }

  private ShownFaq read(Municipality town, LocalDate today) {
    FaqSnapshot snapshot = catalog.snapshot(town.code());
    Map<String, List<FaqEntry>> byCategory =
        snapshot.entries().stream()
            .filter(entry -> entry.isShownOn(today))
            .collect(Collectors.groupingBy(this::category, LinkedHashMap::new, toList()));
    Map<String, List<FaqEntry>> sorted = new LinkedHashMap<>();
    Map<Integer, String> first = new TreeMap<>();
    byCategory.entrySet().stream()
        .sorted(Comparator.comparingInt(category -> place(town, category.getValue())))
        .forEach(
            category -> {
              sorted.put(category.getKey(), category.getValue());
              first.putIfAbsent(place(town, category.getValue()), category.getKey());
            });
    return new ShownFaq(snapshot.revision(), today, sorted, new LinkedHashSet<>(first.values()));
  }

  /** Of the department that answers most of these entries; those without one come last. */
  private static int place(Municipality town, List<FaqEntry> entries) {
    return entries.stream()
        .flatMap(entry -> town.department(entry.department()).stream())
        .collect(Collectors.groupingBy(town.departments()::indexOf, TreeMap::new, counting()))
        .entrySet()
        .stream()
        .max(
            Comparator.<Map.Entry<Integer, Long>>comparingLong(Map.Entry::getValue)
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElse(Integer.MAX_VALUE);
  }
}
