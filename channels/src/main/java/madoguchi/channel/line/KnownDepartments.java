package madoguchi.channel.line;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;

/** Which department answers for an entry, remembered for a minute. */
final class KnownDepartments implements Departments {

  private static final int ENTRIES = 10_000;

  private final FaqCatalog catalog;
  private final Cache<String, Optional<String>> names =
      Caffeine.newBuilder().maximumSize(ENTRIES).expireAfterWrite(Duration.ofMinutes(1)).build();

  KnownDepartments(FaqCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Optional<Department> of(Municipality town, String faqId) {
    return names
        .get(
            town.code().value() + ' ' + faqId,
            key ->
                catalog
                    .find(town.code(), faqId)
                    .map(FaqEntry::department)
                    .filter(name -> !name.isBlank()))
        .flatMap(town::department);
  }
}
