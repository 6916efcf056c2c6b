package madoguchi.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.inquiry.Pseudonyms;
import madoguchi.bot.jdbc.JdbcStorage;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.bot.town.Municipalities;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.server.metrics.CountedStores;
import madoguchi.server.seed.DefaultTown;
import madoguchi.server.settings.Settings;
import madoguchi.server.storage.Caretaker;
import madoguchi.server.storage.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The truth is in a database: H2 in a file, or PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  @Bean
  Settings settings(Environment environment) {
    return Settings.of(environment);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Database database(Settings settings, ObjectProvider<EarlyDatabase.Opening> begun) {
    EarlyDatabase.Opening opening = begun.getIfAvailable();
    return opening == null ? Database.open(settings) : opening.await();
  }

  @Bean
  JdbcStorage storage(Database database, Clock clock, Settings settings) {
    JdbcStorage storage = new JdbcStorage(database.dataSource(), database.masterKey(), clock);
    database.check(storage);
    new DefaultTown(storage.municipalities(), storage.faqCatalog()).prepare(settings);
    return storage;
  }

  @Bean
  Caretaker caretaker(
      Database database,
      JdbcStorage storage,
      Clock clock,
      @Value("${madoguchi.keep-days}") int days) {
    return new Caretaker(database, storage.upkeep(), clock, Duration.ofDays(days));
  }

  @Bean
  Municipalities municipalities(JdbcStorage storage) {
    return storage.municipalities();
  }

  @Bean
  FaqCatalog catalog(JdbcStorage storage) {
    return storage.faqCatalog();
  }

  @Bean
  ResolvedQuestions resolvedQuestions(JdbcStorage storage) {
    return storage.resolvedQuestions();
  }

  @Bean
  Pseudonyms pseudonyms(JdbcStorage storage) {
    return storage.pseudonyms();
  }

  @Bean
  Stores stores(JdbcStorage storage, MeterRegistry registry) {
    return CountedStores.of(
        new Stores(
            storage.unitOfWork(),
            storage.leases(),
            storage.inbox(),
            storage.outbox(),
            storage.conversations(),
            storage.handoffs(),
            storage.journal()),
        registry);
  }
}
