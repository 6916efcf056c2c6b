package madoguchi.bot.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.answer.Responder;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.answer.VerbatimWriter;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.handoff.InMemoryHandoffs;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.inquiry.Inquiry;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.journal.InMemoryJournal;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.policy.Policy;
import madoguchi.bot.policy.StandardSteps;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.InMemoryInbox;
import madoguchi.bot.post.InMemoryLeases;
import madoguchi.bot.post.InMemoryOutbox;
import madoguchi.bot.post.InMemoryUnitOfWork;
import madoguchi.bot.post.LocalSignals;
import madoguchi.bot.post.SendState;
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

/**
 * The whole bot in memory with one small town, for tests. Its search finds the entries whose
 * question stands in the text; confidence is given with the entry, so that every ending can be
 * reached.
 */
final class House {

  static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  static final Instant NOON = Instant.parse("2026-11-20T03:00:00Z");

  /** Thinks without standing back. */
  static Thinking thinking() {
    return new Thinking(new Burst(() -> false, () -> false, new CountDownLatch(1)));
  }

  final Memory memory = new Memory();
  final InMemoryConversations conversations = new InMemoryConversations(memory);
  final InMemoryHandoffs handoffs = new InMemoryHandoffs(memory, conversations);
  final InMemoryJournal journal = new InMemoryJournal(memory, conversations);
  final InMemoryInbox inbox = new InMemoryInbox(memory, conversations);
  final InMemoryOutbox outbox = new InMemoryOutbox(memory, conversations);
  final InMemoryLeases leases = new InMemoryLeases(memory, inbox, outbox);
  final Stores stores =
      new Stores(
          new InMemoryUnitOfWork(memory, leases),
          leases,
          inbox,
          outbox,
          conversations,
          handoffs,
          journal);
  final InMemoryMunicipalities towns = new InMemoryMunicipalities();
  final InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();
  final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  final Reception reception;
  final Municipality town =
      new Municipality(
          DEMO,
          "あおば野市",
          "0000-12-3000",
          "平日 8時30分〜17時15分",
          List.of(new Department("shimin", "市民課", "0000-12-3101", "1階", "平日 9時〜17時")),
          Map.of());

  House() {
    towns.store(town);
    catalog.store(
        DEMO,
        List.of(
            FaqEntry.of("tennyu", "転入届", "14日以内に届け出てください。").withDepartment("市民課"),
            FaqEntry.of("gomi", "ごみ", "朝8時までに出してください。"),
            FaqEntry.of("sodai", "粗大", "電話で申し込んでください。"),
            FaqEntry.of("kowareta", "壊れた", "この項目は試験用です。")),
        "test");
    KnowledgeIndexes indexes = new KnowledgeIndexes(catalog, House::index);
    reception =
        new Reception(
            conversations,
            new Responder(
                StandardSteps.list(catalog, indexes, new VerbatimWriter(), Policy.standard())),
            new Wording(Sentences.standard()),
            clock);
  }

  Conversation conversation(String channel) {
    return conversations.open(DEMO, channel, new Citizen("citizen of " + channel), now.get());
  }

  Inquiry says(Conversation conversation, String id, Said said) {
    return new Inquiry(DEMO, conversation.id(), id, said, now.get());
  }

  Arrival arrival(Conversation conversation, String id, String text) {
    return new Arrival(DEMO, conversation.id(), id, conversation.channel(), now.get(), text);
  }

  InboxWorkers workers(Channel... doors) {
    return new InboxWorkers(
        towns, stores, reception, List.of(doors), new LocalSignals(), clock, "test", 4);
  }

  /** A door whose payload is the text, and whose sending the test decides. */
  static Channel door(String name, Function<Dispatch, Delivery> sending) {
    return new Channel() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Optional<Inquiry> read(Arrival a) {
        return a.payload().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Inquiry(
                    a.municipality(),
                    a.conversationId(),
                    a.messageId(),
                    new Said.Text(a.payload()),
                    a.sentAt()));
      }

      @Override
      public Optional<Dispatch> write(
          Arrival a, Conversation c, Outcome outcome, List<Utterance> lines) {
        return lines.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Dispatch(
                    a.municipality(),
                    a.messageId() + "#1",
                    c.id(),
                    c.epoch(),
                    name,
                    a.sentAt(),
                    a.sentAt().plusSeconds(55),
                    lines.getFirst().text(),
                    SendState.READY,
                    0,
                    ""));
      }

      @Override
      public Delivery send(Dispatch dispatch) {
        return sending.apply(dispatch);
      }
    };
  }

  private static KnowledgeIndex index(FaqSnapshot snapshot) {
    return new KnowledgeIndex() {
      @Override
      public List<Hit> search(String question, java.time.LocalDate today, int limit) {
        if (question.contains("壊れた")) {
          throw new IllegalStateException("boom: " + question);
        }
        double sure = question.contains("かな") ? 0.3 : question.contains("もやもや") ? 0.01 : 0.9;
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
}
