package madoguchi.channel.line;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;

/** The questions of the catalog's entries, remembered for a minute. */
final class KnownQuestions implements WholeQuestions {

  private static final int ENTRIES = 10_000;

  private final FaqCatalog catalog;
  private final Cache<String, Optional<String>> questions =
      Caffeine.newBuilder().maximumSize(ENTRIES).expireAfterWrite(Duration.ofMinutes(1)).build();

  KnownQuestions(FaqCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Optional<String> of(Municipality town, String faqId) {
    return questions.get(
        town.code().value() + ' ' + faqId,
        key -> catalog.find(town.code(), faqId).map(FaqEntry::question));
  }
}
