package madoguchi.bot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import madoguchi.bot.answer.Lately;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.knowledge.index.Hit;
import madoguchi.knowledge.index.KnowledgeIndex;
import madoguchi.knowledge.index.KnowledgeIndexes;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** Several short messages in a row. */
class ReadTogetherTest {

  private static final MunicipalityCode TOWN = new MunicipalityCode("demo");
  private static final FaqEntry OTHER = FaqEntry.of("x", "別の手数料", "答え");
  private static final FaqEntry FEE = FaqEntry.of("fee", "粗大ごみの手数料", "300円からです。");

  private List<FaqEntry> own = List.of(OTHER, FEE);
  private List<Source> answered = List.of();
  private final List<String> searched = new ArrayList<>();
  private final InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();
  private final ReadTogether step =
      new ReadTogether(
          new KnowledgeIndexes(catalog, snapshot -> index()),
          new Policy(0.6, 0.1, 3, 10, 30),
          Sentences.standard().deeds());

  private int read;

  @Test
  void understandsWhatIsSaidInTwoMessages() {
    Turn after = take("手数料は？", 0.2, "粗大ごみなんですけど");
    assertThat(searched).containsExactly("粗大ごみなんですけど 手数料は？");
    assertThat(after.hits()).extracting(Hit::entry).containsExactly(FEE);
    assertThat(after.text()).as("the message itself stays what it was").isEqualTo("手数料は？");
  }

  @Test
  void leavesAMessageAloneThatIsSureByItself() {
    assertThat(take("手数料は？", 0.6, "粗大ごみなんですけど").hits().getFirst().confidence()).isEqualTo(0.6);
    assertThat(searched).isEmpty();
  }

  @Test
  void opensTheLinesBeforeOnceAndOnlyForWhatIsShortAndUnsure() {
    take("手数料は？", 0.6, "粗大ごみなんですけど");
    take("手数料は？".repeat(20), 0.2, "粗大ごみなんですけど");
    assertThat(read).isZero();
    assertThat(take("手数料は？", 0.2, "粗大ごみなんですけど").lastSource()).isEmpty();
    assertThat(read).isEqualTo(1);
  }

  @Test
  void staysWithTheMessageAloneWhenThatIsAsSure() {
    assertThat(take("手数料は？", 0.5, "こんにちは").hits().getFirst().confidence()).isEqualTo(0.5);
  }

  @Test
  void doesNotAnswerTheMessageBeforeInsteadOfThisOne() {
    own = List.of(OTHER);
    assertThat(take("隕石が落ちた", 0.2, "粗大ごみなんですけど").hits())
        .extracting(Hit::entry)
        .containsExactly(OTHER);
    own = List.of();
    assertThat(take("隕石が落ちた", 0.2, "粗大ごみなんですけど").hits()).isEmpty();
  }

  @Test
  void doesNotSayAgainWhatWasAnsweredAlready() {
    answered = List.of(new Source("fee", "粗大ごみの手数料", null));
    assertThat(take("手数料は？", 0.2, "粗大ごみなんですけど").hits())
        .extracting(Hit::entry)
        .containsExactly(OTHER, FEE);
  }

  @Test
  void doesNotJoinWhatIsLongNorWhatIsNotThere() {
    take("手数料は？", 0.2, "粗大ごみ".repeat(8));
    take("手数料は？", 0.2, "");
    take("手数料は？", 0.2, "手数料は？");
    take("手数料は？", 0.2);
    assertThat(searched).isEmpty();
  }

  @Test
  void joinsTheLastMessageOnlyAndNotWhatTheBotSaid() {
    take("手数料は？", 0.2, "住民票です", "粗大ごみです");
    assertThat(searched).containsExactly("粗大ごみです 手数料は？");
  }

  @Test
  void looksPastVotesStickersAndPhotosForTheWordsBefore() {
    take("手数料は？", 0.2, "粗大ごみです", "役に立った", "〔スタンプ〕", "〔位置情報〕あおば野駅");
    assertThat(searched).containsExactly("粗大ごみです 手数料は？");
  }

  private Turn take(String text, double confidence, String... before) {
    List<Utterance> earlier = new ArrayList<>();
    for (String said : before) {
      earlier.add(
          new Utterance(0, Instant.EPOCH, Sender.RESIDENT, "m", said, List.of(), List.of()));
      earlier.add(new Utterance(0, Instant.EPOCH, Sender.BOT, "m", "はい。", answered, List.of()));
    }
    Step.Result result =
        step.take(
            new Turn(
                new Municipality(TOWN, "あおば野市", "0", "", List.of(), Map.of()),
                new Conversation(
                    TOWN, "c", "web", new Citizen("k"), ConversationState.BOT, 1, Instant.EPOCH),
                new Said.Text(text),
                Lately.readBy(
                    () -> {
                      read++;
                      return earlier;
                    }),
                LocalDate.of(2026, 4, 1),
                own.stream().map(entry -> new Hit(entry, 1, confidence, List.of())).toList()));
    return ((Step.Result.Go) result).turn();
  }

  private KnowledgeIndex index() {
    return new KnowledgeIndex() {
      @Override
      public List<Hit> search(String question, LocalDate today, int limit) {
        searched.add(question);
        double sure = question.contains("粗大ごみ") ? 0.8 : 0.3;
        return List.of(new Hit(FEE, 8, sure, List.of()));
      }

      @Override
      public int size() {
        return 1;
      }
    };
  }
}
