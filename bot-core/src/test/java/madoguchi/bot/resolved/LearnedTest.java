package madoguchi.bot.resolved;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Lately;
import madoguchi.bot.answer.Responder;
import madoguchi.bot.answer.Turn;
import madoguchi.bot.answer.VerbatimWriter;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.policy.Policy;
import madoguchi.bot.policy.StandardSteps;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.knowledge.index.Hit;
import madoguchi.knowledge.index.Ingredients;
import madoguchi.knowledge.index.KnowledgeIndex;
import madoguchi.knowledge.index.KnowledgeIndexes;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What residents and staff teach, through the real steps and the real index. */
class LearnedTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
  private static final List<FaqEntry> ENTRIES =
      TownFile.demo().fill(BasePack.load()).entries().stream()
          .map(entry -> entry.withPhrasings(List.of()))
          .toList();

  /** Vague enough that the bot must ask back. */
  private static final List<String> VAGUE =
      List.of("手続きの窓口はどこ", "お金がない", "証明書がほしい", "子どもの手当", "家の税金", "介護の相談", "ごみを出したい");

  private final Memory memory = new Memory();
  private final InMemoryConversations conversations = new InMemoryConversations(memory);
  private final InMemoryResolvedQuestions resolved =
      new InMemoryResolvedQuestions(memory, conversations);
  private final InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();
  private final KnowledgeIndexes indexes =
      new KnowledgeIndexes(
          catalog,
          (town, snapshot) ->
              KnowledgeIndex.of(
                  Ingredients.of(snapshot.entries())
                      .with(Learned.of(resolved, town, ResolvedLimits.standard()))));
  private final Responder responder =
      new Responder(StandardSteps.list(catalog, indexes, new VerbatimWriter(), Policy.standard()));

  @BeforeEach
  void fill() {
    catalog.store(DEMO, ENTRIES, "test");
  }

  private void vote(String question, String faqId, int conversationsAgreeing) {
    store(question, faqId, conversationsAgreeing);
    indexes.renew(DEMO);
  }

  private void store(String question, String faqId, int conversationsAgreeing) {
    for (int i = 0; i < conversationsAgreeing; i++) {
      Conversation in = conversations.open(DEMO, "web", new Citizen(question + i), NOON);
      resolved.vote(new Vote(DEMO, in.id(), 2, "m", question, question, faqId, true, NOON));
    }
  }

  private Answer answer(String text) {
    Municipality town = new Municipality(DEMO, "あおば野市", "0", "", List.of(), Map.of());
    Conversation conversation =
        new Conversation(
            DEMO, "c", "web", new Citizen("k"), ConversationState.BOT, 1, Instant.EPOCH);
    return responder
        .respond(new Turn(town, conversation, new Said.Text(text), Lately.of(), TODAY, List.of()))
        .answer();
  }

  private List<Hit> hits(String question) {
    return indexes.search(DEMO, question, TODAY, 10);
  }

  private int place(String question, String id) {
    return hits(question).stream().map(hit -> hit.entry().id()).toList().indexOf(id);
  }

  @Test
  void votesNeverLiftAChoiceToAnAnswer() {
    List<String> unsure = new ArrayList<>();
    for (String question : VAGUE) {
      if (!(answer(question) instanceof Answer.Answered) && hits(question).size() >= 3) {
        unsure.add(question);
      }
    }
    assertThat(unsure).as("questions the bot is unsure of").hasSizeGreaterThanOrEqualTo(3);
    for (String question : unsure) {
      for (Hit shown : hits(question).subList(0, 3)) {
        store(question, shown.entry().id(), 40);
      }
    }
    indexes.renew(DEMO);
    for (String question : unsure) {
      assertThat(answer(question)).as(question).isNotInstanceOf(Answer.Answered.class);
    }
  }

  @Test
  void votesMoveAnEntryUpOnceThreeConversationsAgree() {
    String question = "子どもの手当";
    String third = hits(question).get(2).entry().id();
    vote(question, third, 2);
    assertThat(place(question, third)).as("two agree").isEqualTo(2);
    vote(question, third, 3);
    assertThat(place(question, third)).as("three agree").isLessThan(2);
    double surest = hits(question).getFirst().confidence();
    resolved.open(DEMO, 10).forEach(v -> resolved.refuse(DEMO, v.conversationId(), v.number()));
    indexes.renew(DEMO);
    assertThat(place(question, third)).as("refused").isEqualTo(2);
    assertThat(hits(question).getFirst().confidence()).isGreaterThanOrEqualTo(surest);
  }

  @Test
  void aDecisionOfStaffIsAnsweredByItsEntry() {
    String question = "あの緑の紙をなくしてしまいました";
    String entry = hits("子どもの手当").getFirst().entry().id();
    resolved.decide(new ResolvedQuestion(DEMO, "d", question + "。手当", entry, "hana", NOON));
    indexes.renew(DEMO);
    assertThat(hits(question + "。手当").getFirst().entry().id()).isEqualTo(entry);
    assertThat(hits(question + "。手当").getFirst().why())
        .extracting(Hit.Signal::name)
        .contains("解決済みの質問との近さ");
  }

  @Test
  void aWithdrawnEntryTakesItsMemoryAlongAndBringsItBack() {
    String question = "子どもの手当";
    Hit third = hits(question).get(2);
    String id = third.entry().id();
    resolved.decide(new ResolvedQuestion(DEMO, "d", question, id, "hana", NOON));
    indexes.renew(DEMO);
    assertThat(place(question, id)).isZero();
    catalog.store(DEMO, List.of(third.entry().withState(FaqState.ENDED)), "test");
    indexes.refresh(DEMO);
    assertThat(place(question, id)).isNegative();
    catalog.store(DEMO, List.of(third.entry()), "test");
    indexes.refresh(DEMO);
    assertThat(place(question, id)).isZero();
  }
}
