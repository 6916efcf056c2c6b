package madoguchi.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.attachment.Attachments;
import madoguchi.bot.desk.Curation;
import madoguchi.bot.desk.Errander;
import madoguchi.bot.desk.InboxWorkers;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.inquiry.Pseudonyms;
import madoguchi.bot.jdbc.JdbcStorage;
import madoguchi.bot.post.Errands;
import madoguchi.bot.town.Municipalities;
import madoguchi.channel.line.LineChannel;
import madoguchi.channel.line.LineStores;
import madoguchi.channel.line.LineWebhook;
import madoguchi.channel.web.PublicAddress;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.municipality.MunicipalityCode;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door to LINE; which towns have one, their settings say. */
@Configuration(proxyBeanMethods = false)
class LineConfiguration {

  /** For so long staff can see what became of an errand. */
  private static final Duration ERRANDS_KEPT = Duration.ofDays(30);

  @Bean
  Errands errands(JdbcStorage storage) {
    return storage.errands();
  }

  @Bean
  Attachments attachments(JdbcStorage storage) {
    return storage.attachments();
  }

  @Bean
  LineChannel lineChannel(
      Municipalities municipalities,
      Stores stores,
      Errands errands,
      Attachments attachments,
      Curation curation,
      FaqCatalog catalog,
      Sentences sentences,
      PublicAddress address,
      Clock clock) {
    LineStores ports =
        new LineStores(
            stores.conversations(), stores.inbox(), stores.outbox(), errands, attachments);
    Municipalities towns = new PublicTowns(municipalities, address.configured());
    return new LineChannel(towns, ports, curation, catalog, sentences, clock);
  }

  @Bean
  LineWebhook lineWebhook(
      Municipalities municipalities,
      LineChannel channel,
      Stores stores,
      Pseudonyms pseudonyms,
      InboxWorkers workers,
      Clock clock) {
    return new LineWebhook(
        municipalities, channel, stores.inbox(), pseudonyms, clock, workers::wake);
  }

  @Bean
  Errander errander(
      Municipalities municipalities,
      Stores stores,
      Errands errands,
      Attachments attachments,
      LineChannel channel,
      Clock clock) {
    return new Errander(
        municipalities,
        errands,
        stores.unitOfWork(),
        channel.runners(),
        town -> {
          attachments.expire(town, clock.instant());
          errands.forget(town, clock.instant().minus(ERRANDS_KEPT));
        },
        clock);
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> errandsBegin(Errander errander) {
    return ready -> errander.start();
  }

  /** How many each town may still push this month; not a number while nobody has asked LINE. */
  @Bean
  MeterBinder quotaGauges(LineChannel channel, Municipalities municipalities) {
    return registry ->
        municipalities
            .all()
            .forEach(
                town ->
                    Gauge.builder("madoguchi.line.quota.left", () -> left(channel, town.code()))
                        .tag("municipality", town.code().value())
                        .register(registry));
  }

  private static double left(LineChannel channel, MunicipalityCode town) {
    OptionalLong left = channel.quotaLeft(town);
    return left.isPresent() ? left.getAsLong() : Double.NaN;
  }
}
