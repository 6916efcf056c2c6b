package madoguchi.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.conversation.EpochPassed;
import madoguchi.bot.handoff.HandoffState;
import madoguchi.bot.post.LocalSignals;
import org.junit.jupiter.api.Test;

/** What the staff do with a case, also when somebody else moves its conversation meanwhile. */
class HandoffDeskTest {

  private final House house = new House();
  private final Conversation conversation = waiting();
  private final String caseId =
      house.handoffs.open(House.DEMO, conversation.id(), null, House.NOON).id();

  private Conversation waiting() {
    Conversation opened = house.conversation("web");
    house.conversations.save(opened.waiting());
    return house.conversations.find(House.DEMO, opened.id()).orElseThrow();
  }

  private Conversation now() {
    return house.conversations.find(House.DEMO, conversation.id()).orElseThrow();
  }

  private HandoffDesk desk(Conversations conversations) {
    Stores s = house.stores;
    return new HandoffDesk(
        new Stores(
            s.unitOfWork(),
            s.leases(),
            s.inbox(),
            s.outbox(),
            conversations,
            s.handoffs(),
            s.journal()),
        new LocalSignals());
  }

  /** Conversations that somebody else moves on just before each of the first saves. */
  private Conversations overtaken(int times, AtomicInteger saves) {
    return (Conversations)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Conversations.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("save") && saves.incrementAndGet() <= times) {
                throw new EpochPassed((Conversation) arguments[0]);
              }
              try {
                return method.invoke(house.conversations, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  @Test
  void endsACaseAndGivesTheWordBackToTheBot() {
    assertThat(desk(house.conversations).settle(House.DEMO, caseId)).isTrue();
    assertThat(now().state()).isEqualTo(ConversationState.BOT);
    assertThat(now().epoch()).isGreaterThan(conversation.epoch());
    assertThat(house.handoffs.find(House.DEMO, caseId).orElseThrow().state())
        .isEqualTo(HandoffState.CLOSED);
    assertThat(house.handoffs.pending(House.DEMO)).isEmpty();
  }

  @Test
  void endsACaseOnce() {
    HandoffDesk desk = desk(house.conversations);
    assertThat(desk.settle(House.DEMO, caseId)).isTrue();
    assertThat(desk.settle(House.DEMO, caseId)).isFalse();
    assertThat(desk.settle(House.DEMO, "no-such-case")).isFalse();
  }

  @Test
  void readsAgainWhenSomebodyElseHasTakenTheWord() {
    AtomicInteger saves = new AtomicInteger();
    assertThat(desk(overtaken(2, saves)).settle(House.DEMO, caseId)).isTrue();
    assertThat(saves).hasValue(3);
    assertThat(now().state()).isEqualTo(ConversationState.BOT);
    assertThat(house.handoffs.pending(House.DEMO)).isEmpty();
  }

  @Test
  void leavesTheCaseOpenWhenItNeverFits() {
    AtomicInteger saves = new AtomicInteger();
    HandoffDesk desk = desk(overtaken(1_000, saves));
    assertThatThrownBy(() -> desk.settle(House.DEMO, caseId)).isInstanceOf(EpochPassed.class);
    assertThat(saves.get()).isLessThan(20);
    assertThat(house.handoffs.pending(House.DEMO)).hasSize(1);
    assertThat(now().state()).isEqualTo(ConversationState.WAITING);
  }
}
