package madoguchi.channel.line;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import madoguchi.bot.answer.Responder;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.answer.VerbatimWriter;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.attachment.InMemoryAttachments;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.desk.Curation;
import madoguchi.bot.desk.Errander;
import madoguchi.bot.desk.InboxWorkers;
import madoguchi.bot.desk.Reception;
import madoguchi.bot.desk.SendingByHand;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.handoff.InMemoryHandoffs;
import madoguchi.bot.inquiry.KeyedPseudonyms;
import madoguchi.bot.inquiry.Pseudonyms;
import madoguchi.bot.journal.InMemoryJournal;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.policy.Policy;
import madoguchi.bot.policy.StandardSteps;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.InMemoryErrands;
import madoguchi.bot.post.InMemoryInbox;
import madoguchi.bot.post.InMemoryLeases;
import madoguchi.bot.post.InMemoryOutbox;
import madoguchi.bot.post.InMemoryUnitOfWork;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Letter;
import madoguchi.bot.post.LocalSignals;
import madoguchi.bot.resolved.InMemoryResolvedQuestions;
import madoguchi.bot.resolved.ResolvedLimits;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqSnapshot;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.knowledge.index.Hit;
import madoguchi.knowledge.index.KnowledgeIndex;
import madoguchi.knowledge.index.KnowledgeIndexes;
import madoguchi.municipality.MunicipalityCode;
import org.awaitility.core.ConditionFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Two towns with LINE and one without on a real web server, all in memory, with LINE's door only.
 * Their search finds the entries whose question stands in the text.
 */
final class LineTown implements AutoCloseable {

  static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  static final MunicipalityCode HILL = new MunicipalityCode("hill");
  static final String BOT = "Ubot";

  private static final long TICK_MS = 25;
  private static final Duration LOOK = Duration.ofMillis(40);

  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T03:00:00Z"));
  final Clock clock = clockAt(now::get);
  final Memory memory = new Memory();
  final InMemoryConversations conversations = new InMemoryConversations(memory);
  final InMemoryHandoffs handoffs = new InMemoryHandoffs(memory, conversations);
  final InMemoryJournal journal = new InMemoryJournal(memory, conversations);
  final InMemoryInbox inbox = new InMemoryInbox(memory, conversations);
  final InMemoryOutbox outbox = new InMemoryOutbox(memory, conversations);
  final InMemoryMunicipalities towns = new InMemoryMunicipalities();
  final Pseudonyms pseudonyms =
      new KeyedPseudonyms(town -> town.value().repeat(32).getBytes(StandardCharsets.UTF_8));
  final FakeLine line = new FakeLine("secret-demo", "token-demo", BOT, clock);
  final FakeLine hillLine = new FakeLine("secret-hill", "token-hill", "Uhill", clock);
  final InMemoryErrands errands = new InMemoryErrands(memory, conversations);
  final InMemoryAttachments attachments = new InMemoryAttachments(memory, conversations);
  final InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();
  final LineChannel channel;
  final InboxWorkers workers;
  final InMemoryResolvedQuestions resolved = new InMemoryResolvedQuestions(memory, conversations);
  final Errander errander;
  final SendingByHand byHand;
  final List<Letter> stored = Collections.synchronizedList(new ArrayList<>());
  volatile boolean storageIsDown;
  private boolean resting;
  private final ConfigurableApplicationContext server;
  private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();

  /** The web server with nothing but the door that is registered. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Web {}

  LineTown() {
    this(Duration.ofSeconds(8), Duration.ofMinutes(1));
  }

  /** Whose door waits for LINE for this long, and shows the loading sign after that. */
  LineTown(Duration deadline, Duration moment) {
    towns.store(
        town(
            DEMO,
            Map.of(
                "line.channel-secret",
                "secret-demo",
                "line.channel-secret-previous",
                "secret-before",
                "line.channel-token",
                "token-demo",
                "line.bot-user-id",
                BOT,
                "line.data-base-url",
                line.baseUrl(),
                "line.api-base-url",
                line.baseUrl())));
    towns.store(
        town(
            HILL,
            Map.of(
                "line.channel-secret", "secret-hill",
                "line.channel-token", "token-hill",
                "line.api-base-url", hillLine.baseUrl() + "/")));
    towns.store(town(new MunicipalityCode("webonly"), Map.of("line.channel-token", "t")));
    InMemoryLeases leases = new InMemoryLeases(memory, inbox, outbox);
    Stores stores =
        new Stores(
            new InMemoryUnitOfWork(memory, leases),
            leases,
            inbox,
            outbox,
            conversations,
            handoffs,
            journal);
    channel =
        new LineChannel(
            towns,
            new LineStores(conversations, mayFail(inbox), outbox, errands, attachments),
            new Curation(stores, resolved, catalog, ResolvedLimits.standard(), clock),
            catalog,
            Sentences.standard(),
            clock,
            deadline,
            moment);
    errander =
        new Errander(
            towns,
            errands,
            stores.unitOfWork(),
            channel.runners(),
            town -> attachments.expire(town, clock.instant()),
            clock);
    byHand = new SendingByHand(stores, List.of(channel));
    workers =
        new InboxWorkers(
            towns, stores, reception(), List.of(channel), new LocalSignals(), clock, "test", 4);
    // What is due by the town's clock is looked for soon, and not each second of ours.
    ticks.scheduleWithFixedDelay(this::wake, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    LineWebhook webhook =
        new LineWebhook(towns, channel, mayFail(inbox), pseudonyms, clock, workers::wake);
    server =
        new SpringApplicationBuilder(Web.class)
            .web(WebApplicationType.REACTIVE)
            .properties(
                "server.port=0",
                "server.address=127.0.0.1",
                "server.shutdown=immediate",
                // Or each stop waits for two seconds whether something comes yet.
                "spring.reactor.netty.shutdown-quiet-period=0s",
                "spring.threads.virtual.enabled=true",
                "spring.main.banner-mode=off")
            .initializers(
                c ->
                    ((GenericApplicationContext) c)
                        .registerBean(WebHttpHandlerBuilderCustomizer.class, () -> before(webhook)))
            .run();
  }

  private static WebHttpHandlerBuilderCustomizer before(LineWebhook webhook) {
    return builder ->
        builder.httpHandlerDecorator(
            others ->
                new WebhookHandler(
                    webhook,
                    request -> request,
                    Executors.newVirtualThreadPerTaskExecutor(),
                    (status, took) -> {},
                    others));
  }

  private void wake() {
    workers.wake();
    errander.wake();
  }

  private Reception reception() {
    catalog.store(
        DEMO,
        List.of(
            entry("tennyu", "転入届", "14日以内に届け出てください。", "https://example.jp/tennyu"),
            entry("gomi", "ごみ", "朝8時までに出してください。", null),
            entry("sodai", "粗大ごみの収集を申し込む方法を知りたいときはどうすればよいですか", "電話で申し込んでください。", null)),
        "test");
    catalog.store(HILL, List.of(entry("kuma", "熊", "近づかないでください。", null)), "test");
    KnowledgeIndexes indexes = new KnowledgeIndexes(catalog, LineTown::index);
    return new Reception(
        conversations,
        new Responder(
            StandardSteps.list(catalog, indexes, new VerbatimWriter(), Policy.standard())),
        new Wording(Sentences.standard()),
        clock);
  }

  /** Changes a setting of the first town; an empty one is as good as none. */
  void set(String name, String value) {
    Municipality before = towns.find(DEMO).orElseThrow();
    Map<String, String> settings = new java.util.TreeMap<>(before.settings());
    settings.put(name, value);
    towns.store(
        new Municipality(
            before.code(),
            before.name(),
            before.telephone(),
            before.hours(),
            before.departments(),
            settings));
  }

  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** Of a chat that has begun. */
  Conversation conversation(String chat) {
    return conversations.of(DEMO, "line", pseudonyms.citizen(DEMO, "line", chat)).orElseThrow();
  }

  /** Delivers events to the first town. */
  void deliver(JsonNode... events) {
    org.assertj.core.api.Assertions.assertThat(line.deliver(webhook("demo"), events))
        .isEqualTo(200);
  }

  /** A door over empty stores. */
  static LineChannel channel(InMemoryMunicipalities towns, Clock clock) {
    return channel(towns, clock, Duration.ofSeconds(10));
  }

  static LineChannel channel(InMemoryMunicipalities towns, Clock clock, Duration deadline) {
    Memory memory = new Memory();
    InMemoryConversations conversations = new InMemoryConversations(memory);
    InMemoryInbox inbox = new InMemoryInbox(memory, conversations);
    InMemoryOutbox outbox = new InMemoryOutbox(memory, conversations);
    InMemoryLeases leases = new InMemoryLeases(memory, inbox, outbox);
    Stores stores =
        new Stores(
            new InMemoryUnitOfWork(memory, leases),
            leases,
            inbox,
            outbox,
            conversations,
            new InMemoryHandoffs(memory, conversations),
            new InMemoryJournal(memory, conversations));
    InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();
    return new LineChannel(
        towns,
        new LineStores(
            conversations,
            inbox,
            outbox,
            new InMemoryErrands(memory, conversations),
            new InMemoryAttachments(memory, conversations)),
        new Curation(
            stores,
            new InMemoryResolvedQuestions(memory, conversations),
            catalog,
            ResolvedLimits.standard(),
            clock),
        catalog,
        Sentences.standard(),
        clock,
        deadline,
        Duration.ofMinutes(1));
  }

  static Municipality town(MunicipalityCode code, Map<String, String> settings) {
    return new Municipality(
        code,
        "あおば野市",
        "0000-12-3000",
        "平日 8時30分〜17時15分",
        List.of(new Department("shimin", "市民課", "0000-12-3101（直通）", "1階", "平日 9時〜17時")),
        settings);
  }

  URI webhook(String municipality) {
    return URI.create(
        "http://127.0.0.1:"
            + server.getEnvironment().getProperty("local.server.port")
            + "/line/"
            + municipality
            + "/webhook");
  }

  /** What one user would have read, once it is that many. */
  List<FakeLine.Delivered> read(String user, int expected) {
    patiently(Duration.ofSeconds(20)).until(() -> waited(line.book(user).size() >= expected));
    return line.book(user);
  }

  /** How often the event was stored. */
  long timesStored(JsonNode event) {
    String id = "line:" + event.path("webhookEventId").asString();
    return stored.stream().filter(a -> a.messageId().equals(id)).count();
  }

  /** How the event ended, once it has. */
  String outcome(JsonNode event) {
    String id = "line:" + event.path("webhookEventId").asString();
    return patiently(Duration.ofSeconds(20))
        .until(() -> inbox.outcome(DEMO, id), found -> waited(found.isPresent()))
        .orElseThrow();
  }

  /** What is to be sent to the user next. */
  Optional<Dispatch> waiting(String user) {
    return outbox.next(new Lease(DEMO, conversation(user).id(), 0));
  }

  /** Once nothing more is to be sent to the user. */
  void settled(String user) {
    patiently(Duration.ofSeconds(20)).until(() -> waited(waiting(user).isEmpty()));
  }

  /** For what is {@link #waited}: looks so often that the town's time goes a little faster. */
  static ConditionFactory patiently(Duration atMost) {
    return await().pollInterval(LOOK).atMost(atMost);
  }

  /** While we wait the town's time goes on, so that pauses end. */
  boolean waited(boolean done) {
    if (!done) {
      pass(Duration.ofMillis(100));
    }
    return done;
  }

  /** The workers take nothing further; once, for whoever closes them twice waits in vain. */
  void rest() {
    if (!resting) {
      resting = true;
      workers.close();
    }
  }

  @Override
  public void close() {
    ticks.shutdownNow();
    rest();
    errander.close();
    channel.close();
    server.close();
    line.close();
    hillLine.close();
  }

  private Inbox mayFail(Inbox inbox) {
    return new Inbox() {
      @Override
      public List<Acceptance> accept(List<Arrival> arrivals) {
        return inbox.accept(arrivals);
      }

      @Override
      public List<Acceptance> receive(List<Letter> letters) {
        if (storageIsDown) {
          throw new IllegalStateException("the disk is full of " + letters);
        }
        List<Acceptance> results = inbox.receive(letters);
        for (int i = 0; i < results.size(); i++) {
          if (results.get(i) == Acceptance.NEW) {
            stored.add(letters.get(i));
          }
        }
        return results;
      }

      @Override
      public Optional<Arrival> next(Lease lease) {
        return inbox.next(lease);
      }

      @Override
      public void done(MunicipalityCode municipality, String messageId, String outcome) {
        inbox.done(municipality, messageId, outcome);
      }

      @Override
      public Optional<String> outcome(MunicipalityCode municipality, String messageId) {
        return inbox.outcome(municipality, messageId);
      }
    };
  }

  private static FaqEntry entry(String id, String question, String answer, String url) {
    FaqEntry e = FaqEntry.of(id, question, answer);
    return new FaqEntry(
        id,
        question,
        List.of(),
        answer,
        null,
        url == null ? null : "市民課",
        url,
        null,
        null,
        e.state(),
        e.audience(),
        e.language(),
        e.provenance());
  }

  private static KnowledgeIndex index(FaqSnapshot snapshot) {
    return new KnowledgeIndex() {
      @Override
      public List<Hit> search(String question, LocalDate today, int limit) {
        boolean unsure = question.contains("かな");
        return snapshot.entries().stream()
            .filter(e -> unsure || question.contains(e.question()))
            .map(e -> new Hit(e, 1, unsure ? 0.3 : 0.9, List.of()))
            .limit(limit)
            .toList();
      }

      @Override
      public int size() {
        return snapshot.entries().size();
      }
    };
  }

  static Clock clockAt(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }
}
