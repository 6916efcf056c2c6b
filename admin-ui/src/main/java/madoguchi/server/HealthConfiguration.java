package madoguchi.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import madoguchi.bot.desk.Channel;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.post.Backlog;
import madoguchi.bot.redis.RedisRoom;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.index.KnowledgeIndexes;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.seed.DefaultTown;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Is it healthy, and if not, which part. Only the database makes it DOWN; with any other part in
 * trouble residents are still answered, less well: DEGRADED, with status 200, so that no balancer
 * takes the node away.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

  private static final Status DEGRADED = new Status("DEGRADED");

  /** Sendings that failed longer ago are history. */
  private static final Duration LATELY = Duration.ofMinutes(15);

  /** A reply token's life: who waits longer is not answered in time. */
  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  private final Reach reach = new Reach();

  /** Whether the storage answers. */
  @Bean
  HealthIndicator storageHealthIndicator(FaqCatalog catalog) {
    return () ->
        reach.look(
            () -> Health.up().withDetail("revision", catalog.revision(DefaultTown.CODE)).build(),
            Health.down());
  }

  /** Whether nodes hear each other at once; without it they look each second. */
  @Bean
  HealthIndicator redisHealthIndicator(Live live) {
    return () ->
        live.redis().isEmpty()
            ? Health.up().withDetail("used", false).build()
            : Health.status(live.redis().filter(RedisRoom::isUp).isPresent() ? Status.UP : DEGRADED)
                .withDetail("used", true)
                .build();
  }

  /** Towns with entries, none of which can be found. */
  @Bean
  HealthIndicator indexHealthIndicator(
      Municipalities municipalities, FaqCatalog catalog, KnowledgeIndexes indexes) {
    return () ->
        degradedIn(
            municipalities,
            town -> catalog.revision(town.code()) > 0 && indexes.of(town.code()).size() == 0);
  }

  /** Towns in which a reply was given up lately, or nobody knows whether it arrived. */
  @Bean
  HealthIndicator outboxHealthIndicator(Municipalities municipalities, Stores stores, Clock clock) {
    return () -> {
      Instant lately = clock.instant().minus(LATELY);
      return degradedIn(municipalities, town -> stores.outbox().hasTrouble(town.code(), lately));
    };
  }

  /** Towns whose door to LINE says that something is wrong, such as a token that LINE refuses. */
  @Bean
  HealthIndicator lineHealthIndicator(Municipalities municipalities, List<Channel> doors) {
    return () ->
        degradedIn(
            municipalities,
            town -> doors.stream().anyMatch(door -> !door.troubles(town).isEmpty()));
  }

  /** Towns in which somebody waits for longer than a reply can. */
  @Bean
  HealthIndicator inboxHealthIndicator(Stores stores, Clock clock) {
    return () ->
        degradedIn(
            () -> {
              Instant tooLong = clock.instant().minus(TOO_LONG);
              return stores.leases().backlog().stream()
                  .filter(backlog -> backlog.since().isBefore(tooLong))
                  .map(Backlog::municipality);
            });
  }

  private Health degradedIn(Municipalities municipalities, Predicate<Municipality> isSo) {
    return degradedIn(() -> municipalities.all().stream().filter(isSo).map(Municipality::code));
  }

  private Health degradedIn(Supplier<Stream<MunicipalityCode>> inTrouble) {
    return reach.look(
        () -> {
          List<String> towns =
              inTrouble.get().map(MunicipalityCode::value).distinct().sorted().toList();
          return towns.isEmpty()
              ? Health.up().build()
              : Health.status(DEGRADED).withDetail("municipalities", towns).build();
        },
        Health.unknown());
  }
}
