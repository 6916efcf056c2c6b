package madoguchi.bot.desk;

import java.util.Optional;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.EpochPassed;
import madoguchi.bot.handoff.Handoff;
import madoguchi.bot.post.Signals;
import madoguchi.municipality.MunicipalityCode;

/** What the staff do with cases. */
public final class HandoffDesk {

  private static final int ATTEMPTS = 5;

  private final Stores stores;
  private final Signals signals;

  public HandoffDesk(Stores stores, Signals signals) {
    this.stores = stores;
    this.signals = signals;
  }

  /**
   * Ends a case that was dealt with and gives the word back to the bot.
   *
   * @return false when there is no such case in this town or it has ended already
   */
  public boolean settle(MunicipalityCode municipality, String caseId) {
    Optional<Handoff> found = stores.handoffs().find(municipality, caseId);
    if (found.isEmpty()) {
      return false;
    }
    boolean settled = settleAsItStands(found.get());
    signals.raise(municipality, found.get().conversationId());
    return settled;
  }

  /** Who loses a race for the conversation reads it again: the case is ended all the same. */
  private boolean settleAsItStands(Handoff handoff) {
    for (int attempt = 1; ; attempt++) {
      try {
        return stores.unitOfWork().commit(() -> settle(handoff));
      } catch (EpochPassed meanwhile) {
        if (attempt == ATTEMPTS) {
          throw meanwhile;
        }
      }
    }
  }

  /** The conversation first, as the workers do, so that neither waits for the other for ever. */
  private boolean settle(Handoff handoff) {
    stores
        .conversations()
        .find(handoff.municipality(), handoff.conversationId())
        .filter(conversation -> speaksWithStaff(conversation.state()))
        .map(Conversation::handedBack)
        .ifPresent(stores.conversations()::save);
    return stores.handoffs().close(handoff.municipality(), handoff.id());
  }

  private static boolean speaksWithStaff(ConversationState state) {
    return state == ConversationState.WAITING || state == ConversationState.STAFF;
  }
}
