package madoguchi.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import madoguchi.bot.answer.AnswerWriter;
import madoguchi.bot.answer.Responder;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.desk.Channel;
import madoguchi.bot.desk.HandoffDesk;
import madoguchi.bot.desk.InboxWorkers;
import madoguchi.bot.desk.Reception;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.policy.Policy;
import madoguchi.bot.policy.StandardSteps;
import madoguchi.bot.post.Signals;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.bot.town.Municipalities;
import madoguchi.knowledge.completion.Completions;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.PerTown;
import madoguchi.knowledge.index.KnowledgeIndexes;
import madoguchi.server.index.EmbeddingSlot;
import madoguchi.server.index.FurtherWords;
import madoguchi.server.index.IndexKeeper;
import madoguchi.server.metrics.SearchTimes;
import madoguchi.server.settings.Settings;
import madoguchi.server.storage.Database;
import madoguchi.server.storage.EntryEmbeddingRows;
import madoguchi.server.storage.WordVectorRows;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bot between its doors and its storage. */
@Configuration(proxyBeanMethods = false)
class BotConfiguration {

  @Bean
  PerTown<Completions> completions(FaqCatalog catalog) {
    return new PerTown<>(catalog, snapshot -> Completions.of(snapshot.entries()));
  }

  @Bean
  IndexKeeper indexKeeper(
      Municipalities municipalities,
      FaqCatalog catalog,
      PerTown<Completions> completions,
      Settings settings,
      Database database,
      ResolvedQuestions resolved,
      EmbeddingSlot slot,
      Stores stores,
      Clock clock) {
    IndexKeeper keeper =
        new IndexKeeper(
            municipalities,
            catalog,
            completions,
            FurtherWords.of(settings.synonymsFile()),
            new WordVectorRows(database, clock),
            resolved,
            slot,
            new EntryEmbeddingRows(database),
            stores.leases(),
            clock);
    // Beside the rest of the start, which takes as long: so the first question finds an index.
    keeper.start();
    return keeper;
  }

  @Bean
  KnowledgeIndexes indexes(IndexKeeper keeper, MeterRegistry registry) {
    return keeper.indexes().observedBy(new SearchTimes(registry));
  }

  @Bean
  Sentences sentences() {
    return Sentences.standard();
  }

  @Bean
  Reception reception(
      FaqCatalog catalog,
      KnowledgeIndexes indexes,
      AnswerWriter writer,
      Sentences sentences,
      Stores stores,
      Clock clock) {
    Responder responder =
        new Responder(StandardSteps.list(catalog, indexes, writer, Policy.standard()));
    return new Reception(stores.conversations(), responder, new Wording(sentences), clock);
  }

  @Bean
  InboxWorkers workers(
      Municipalities municipalities,
      Stores stores,
      Reception reception,
      List<Channel> doors,
      Signals signals,
      Clock clock,
      Database database,
      Settings settings) {
    String node = database.node();
    return new InboxWorkers(
        municipalities, stores, reception, doors, signals, clock, node, settings.workers());
  }

  /** Work begins once everything stands. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> opening(InboxWorkers workers) {
    return ready -> workers.start();
  }

  @Bean
  HandoffDesk handoffDesk(Stores stores, Signals signals) {
    return new HandoffDesk(stores, signals);
  }
}
