package madoguchi.channel.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import madoguchi.bot.answer.Responder;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.VerbatimWriter;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.desk.Curation;
import madoguchi.bot.desk.InboxWorkers;
import madoguchi.bot.desk.Reception;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.handoff.InMemoryHandoffs;
import madoguchi.bot.inquiry.KeyedPseudonyms;
import madoguchi.bot.inquiry.Pseudonyms;
import madoguchi.bot.journal.InMemoryJournal;
import madoguchi.bot.limit.LocalRateLimits;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.policy.Policy;
import madoguchi.bot.policy.StandardSteps;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.InMemoryInbox;
import madoguchi.bot.post.InMemoryLeases;
import madoguchi.bot.post.InMemoryOutbox;
import madoguchi.bot.post.InMemoryUnitOfWork;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Letter;
import madoguchi.bot.post.LocalSignals;
import madoguchi.bot.post.Signals;
import madoguchi.bot.resolved.InMemoryResolvedQuestions;
import madoguchi.bot.resolved.ResolvedLimits;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.completion.Completions;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqSnapshot;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.knowledge.faq.PerTown;
import madoguchi.knowledge.index.Hit;
import madoguchi.knowledge.index.KnowledgeIndex;
import madoguchi.knowledge.index.KnowledgeIndexes;
import madoguchi.municipality.MunicipalityCode;

/**
 * The whole bot in memory with two towns, behind the web chat's door. Its search finds the entries
 * whose question stands in the text, so that every ending can be reached. Tests may hold back the
 * answers to questions with ゆっくり in them, and break the inbox.
 */
final class WebHouse implements AutoCloseable {

  static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  static final MunicipalityCode OTHER = new MunicipalityCode("other");
  static final String FRIEND = "https://www.city.example.jp";

  final Memory memory = new Memory();
  final InMemoryConversations conversations = new InMemoryConversations(memory);
  final InMemoryHandoffs handoffs = new InMemoryHandoffs(memory, conversations);
  final InMemoryJournal journal = new InMemoryJournal(memory, conversations);
  final InMemoryResolvedQuestions resolved = new InMemoryResolvedQuestions(memory, conversations);
  final InMemoryInbox stored = new InMemoryInbox(memory, conversations);
  final InMemoryOutbox outbox = new InMemoryOutbox(memory, conversations);
  final AtomicBoolean broken = new AtomicBoolean();
  final AtomicInteger searches = new AtomicInteger();
  final AtomicReference<CountDownLatch> slow = new AtomicReference<>(new CountDownLatch(0));
  final InMemoryMunicipalities towns = new InMemoryMunicipalities();
  final CountingSignals signals = new CountingSignals();
  final InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();
  final PerTown<Completions> completions =
      new PerTown<>(catalog, snapshot -> Completions.of(snapshot.entries()));
  final Stores stores;
  final InboxWorkers workers;
  final Pseudonyms pseudonyms =
      new KeyedPseudonyms(town -> Arrays.copyOf(town.value().getBytes(StandardCharsets.UTF_8), 32));

  WebHouse() {
    InMemoryLeases leases = new InMemoryLeases(memory, stored, outbox);
    stores =
        new Stores(
            new InMemoryUnitOfWork(memory, leases),
            leases,
            new FragileInbox(),
            outbox,
            conversations,
            handoffs,
            journal);
    towns.store(town(DEMO, "あおば野市", "0000-12-3000", Map.of("web.allowed-origins", FRIEND)));
    towns.store(town(OTHER, "みどり町", "0000-34-5000", Map.of()));
    catalog.store(
        DEMO,
        List.of(
            FaqEntry.of("tennyu", "転入届", "14日以内に届け出てください。").withDepartment("市民課"),
            FaqEntry.of("gomi", "ごみ", "朝8時までに出してください。"),
            FaqEntry.of("sodai", "粗大", "電話で申し込んでください。")),
        "test");
    catalog.store(OTHER, List.of(FaqEntry.of("yakuba", "役場", "みどり町1番地です。")), "test");
    List<Step> steps = new ArrayList<>(List.of(this::waitIfSlow));
    steps.addAll(
        StandardSteps.list(
            catalog,
            new KnowledgeIndexes(catalog, this::index),
            new VerbatimWriter(),
            Policy.standard()));
    workers =
        new InboxWorkers(
            towns,
            stores,
            new Reception(
                conversations,
                new Responder(steps),
                new Wording(Sentences.standard()),
                Clock.systemUTC()),
            List.of(new WebChannel()),
            signals,
            Clock.systemUTC(),
            "test",
            8);
    workers.start();
  }

  WebController controller(WebSettings settings) {
    return new WebController(
        towns,
        pseudonyms,
        stores,
        new Curation(stores, resolved, catalog, ResolvedLimits.standard(), Clock.systemUTC()),
        signals,
        workers::wake,
        Clock.systemUTC(),
        new LocalRateLimits(),
        settings);
  }

  /** Holds back answers until the latch is counted down. */
  CountDownLatch holdBack() {
    CountDownLatch latch = new CountDownLatch(1);
    slow.set(latch);
    return latch;
  }

  @Override
  public void close() {
    slow.get().countDown();
    workers.close();
  }

  private Step.Result waitIfSlow(madoguchi.bot.answer.Turn turn) {
    try {
      if (turn.text().contains("ゆっくり")) {
        slow.get().await(30, java.util.concurrent.TimeUnit.SECONDS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return new Step.Result.Go(turn);
  }

  private KnowledgeIndex index(FaqSnapshot snapshot) {
    return new KnowledgeIndex() {
      @Override
      public List<Hit> search(String question, LocalDate today, int limit) {
        searches.incrementAndGet();
        double sure = question.contains("かな") ? 0.3 : 0.9;
        return snapshot.entries().stream()
            .filter(e -> e.isShownOn(today) && question.contains(e.question()))
            .map(e -> new Hit(e, sure * 10, sure, List.of()))
            .limit(limit)
            .toList();
      }

      @Override
      public int size() {
        return snapshot.entries().size();
      }
    };
  }

  private static Municipality town(
      MunicipalityCode code, String name, String telephone, Map<String, String> settings) {
    return new Municipality(
        code,
        name,
        telephone,
        "平日 8時30分〜17時15分",
        List.of(new Department("shimin", "市民課", "0000-12-3101", "1階", "平日 9時〜17時")),
        settings);
  }

  /** Signals that tell how many listen. */
  static final class CountingSignals implements Signals {

    final AtomicInteger listening = new AtomicInteger();
    private final LocalSignals local = new LocalSignals();

    @Override
    public void raise(MunicipalityCode municipality, String conversationId) {
      local.raise(municipality, conversationId);
    }

    @Override
    public Registration listen(MunicipalityCode town, String conversationId, Runnable callback) {
      Registration own = local.listen(town, conversationId, callback);
      listening.incrementAndGet();
      return () -> {
        own.close();
        listening.decrementAndGet();
      };
    }
  }

  private final class FragileInbox implements Inbox {

    @Override
    public List<Acceptance> accept(List<Arrival> arrivals) {
      if (broken.get()) {
        throw new IllegalStateException("disk full at /var/secret: " + arrivals);
      }
      return stored.accept(arrivals);
    }

    @Override
    public List<Acceptance> receive(List<Letter> letters) {
      return stored.receive(letters);
    }

    @Override
    public java.util.Optional<Arrival> next(Lease lease) {
      return stored.next(lease);
    }

    @Override
    public void done(MunicipalityCode municipality, String messageId, String outcome) {
      stored.done(municipality, messageId, outcome);
    }

    @Override
    public java.util.Optional<String> outcome(MunicipalityCode municipality, String messageId) {
      return stored.outcome(municipality, messageId);
    }
  }

  static WebSettings settings(Duration patience) {
    return new WebSettings(
        patience, Duration.ofMillis(600), Duration.ofMillis(200), 30, 1_000, 1_000, 10, 4);
  }
}
