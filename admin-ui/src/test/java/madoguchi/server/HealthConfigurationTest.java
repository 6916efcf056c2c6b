package madoguchi.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.handoff.InMemoryHandoffs;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.journal.InMemoryJournal;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.InMemoryInbox;
import madoguchi.bot.post.InMemoryLeases;
import madoguchi.bot.post.InMemoryOutbox;
import madoguchi.bot.post.InMemoryUnitOfWork;
import madoguchi.bot.post.Outbox;
import madoguchi.bot.post.SendState;
import madoguchi.bot.redis.RedisRoom;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.bot.town.StorageAway;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Which part is named when something is in trouble, and that it passes. */
class HealthConfigurationTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final Instant NOON = Instant.parse("2026-11-26T03:00:00Z");

  private final HealthConfiguration health = new HealthConfiguration();
  private final Memory memory = new Memory();
  private final InMemoryConversations conversations = new InMemoryConversations(memory);
  private final InMemoryInbox inbox = new InMemoryInbox(memory, conversations);
  private final InMemoryOutbox outbox = new InMemoryOutbox(memory, conversations);
  private final InMemoryLeases leases = new InMemoryLeases(memory, inbox, outbox);
  private final Stores stores =
      new Stores(
          new InMemoryUnitOfWork(memory, leases),
          leases,
          inbox,
          outbox,
          conversations,
          new InMemoryHandoffs(memory, conversations),
          new InMemoryJournal(memory, conversations));
  private final InMemoryMunicipalities towns = new InMemoryMunicipalities();
  private Conversation conversation;

  @BeforeEach
  void begin() {
    for (String code : List.of("demo", "minato")) {
      towns.store(
          new Municipality(new MunicipalityCode(code), "町", "0", "平日", List.of(), Map.of()));
    }
    conversation = conversations.open(DEMO, "line", new Citizen("c"), NOON);
  }

  private static Clock after(Duration passed) {
    return Clock.fixed(NOON.plus(passed), ZoneOffset.UTC);
  }

  private static String told(HealthIndicator indicator) {
    Health told = indicator.health();
    return told.getStatus().getCode() + told.getDetails();
  }

  @Test
  void namesTheTownWhereSomebodyWaitsTooLong() {
    inbox.accept(List.of(new Arrival(DEMO, conversation.id(), "m", "line", NOON, "ごみ")));
    assertThat(told(health.inboxHealthIndicator(stores, after(Duration.ofSeconds(30)))))
        .isEqualTo("UP{}");
    assertThat(told(health.inboxHealthIndicator(stores, after(Duration.ofSeconds(90)))))
        .isEqualTo("DEGRADED{municipalities=[demo]}");
    inbox.done(DEMO, "m", "answered");
    assertThat(told(health.inboxHealthIndicator(stores, after(Duration.ofSeconds(90)))))
        .isEqualTo("UP{}");
  }

  @Test
  void namesTheTownWhereARepliesEndIsNotKnownForAWhile() {
    Dispatch dispatch =
        new Dispatch(
            DEMO, "d", conversation.id(), 1, "line", NOON, NOON, "", SendState.READY, 0, "");
    outbox.add(dispatch);
    Clock soon = after(Duration.ofMinutes(5));
    assertThat(told(health.outboxHealthIndicator(towns, stores, soon))).isEqualTo("UP{}");
    outbox.settle(dispatch, SendState.AMBIGUOUS, "timeout");
    assertThat(told(health.outboxHealthIndicator(towns, stores, soon)))
        .isEqualTo("DEGRADED{municipalities=[demo]}");
    assertThat(told(health.outboxHealthIndicator(towns, stores, after(Duration.ofHours(1)))))
        .isEqualTo("UP{}");
  }

  @Test
  void oneRowThatCannotBeReadDoesNotTakeTheWholeNodeDown() {
    InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();
    HealthIndicator storage = health.storageHealthIndicator(catalog);
    assertThat(told(outbox(new IllegalStateException("cannot be opened"))))
        .isEqualTo("UNKNOWN{cause=IllegalStateException}");
    assertThat(told(storage)).startsWith("UP");
    assertThat(told(health.inboxHealthIndicator(stores, after(Duration.ZERO)))).isEqualTo("UP{}");
  }

  @Test
  void aDatabaseThatIsAwayIsNotWaitedForByEachPart() {
    assertThat(told(outbox(new StorageAway(new IllegalStateException("closed")))))
        .isEqualTo("UNKNOWN{cause=StorageAway}");
    assertThat(told(health.storageHealthIndicator(new InMemoryFaqCatalog())))
        .isEqualTo("DOWN{cause=StorageAway}");
  }

  /** Health of an outbox that fails whenever it is asked. */
  private HealthIndicator outbox(RuntimeException failure) {
    Outbox broken =
        (Outbox)
            Proxy.newProxyInstance(
                Outbox.class.getClassLoader(),
                new Class<?>[] {Outbox.class},
                (proxy, method, arguments) -> {
                  throw failure;
                });
    return health.outboxHealthIndicator(
        towns,
        new Stores(
            stores.unitOfWork(),
            leases,
            inbox,
            broken,
            conversations,
            stores.handoffs(),
            stores.journal()),
        after(Duration.ZERO));
  }

  @Test
  void saysWhetherRedisIsThereIfItIsToBe() {
    assertThat(told(health.redisHealthIndicator(new Live(Optional.empty()))))
        .isEqualTo("UP{used=false}");
    // Nobody listens there.
    try (RedisRoom away = new RedisRoom("redis://127.0.0.1:1")) {
      assertThat(told(health.redisHealthIndicator(new Live(Optional.of(away)))))
          .isEqualTo("DEGRADED{used=true}");
    }
  }
}
