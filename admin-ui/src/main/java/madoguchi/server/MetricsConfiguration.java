package madoguchi.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.server.seed.DefaultTown;
import madoguchi.server.storage.Database;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an operator's monitoring asks: is it healthy, and how is it doing. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  /** Whether the storage answers. */
  @Bean
  HealthIndicator storageHealthIndicator(FaqCatalog catalog) {
    return () -> {
      try {
        return Health.up().withDetail("revision", catalog.revision(DefaultTown.CODE)).build();
      } catch (RuntimeException unreachable) {
        return Health.down().withDetail("cause", unreachable.getClass().getSimpleName()).build();
      }
    };
  }

  @Bean
  MeterBinder poolMetrics(Database database) {
    return (MeterRegistry registry) -> database.measure(registry);
  }
}
