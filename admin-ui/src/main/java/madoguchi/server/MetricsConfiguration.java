package madoguchi.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.jdbc.JdbcStorage;
import madoguchi.server.metrics.BacklogGauges;
import madoguchi.server.storage.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an operator's monitoring asks: how is it doing. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  @Bean
  MeterBinder poolMetrics(Database database) {
    return (MeterRegistry registry) -> database.measure(registry);
  }

  @Bean
  BacklogGauges backlogGauges(
      Stores stores, JdbcStorage storage, Clock clock, MeterRegistry registry) {
    return BacklogGauges.start(
        stores.leases(), clock, registry, storage::waitingToStore, storage::waitingToCommit);
  }
}
