package madoguchi.bot.conversation;

import java.time.Instant;
import java.util.EnumSet;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.municipality.MunicipalityCode;

/**
 * A conversation. Refuses moves that make no sense.
 *
 * @param id unguessable; safe in addresses and logs
 * @param channel the door it came by, such as {@code web}
 * @param epoch raised whenever somebody else takes the word: what was begun in an older epoch is no
 *     longer said
 */
public record Conversation(
    MunicipalityCode municipality,
    String id,
    String channel,
    Citizen citizen,
    ConversationState state,
    long epoch,
    Instant openedAt) {

  /** A case was opened: waits for a person. Asking again changes nothing. */
  public Conversation waiting() {
    return state == ConversationState.WAITING
        ? this
        : to(ConversationState.WAITING, epoch, ConversationState.BOT, ConversationState.CLOSED);
  }

  /** A person takes the word. */
  public Conversation claimed() {
    return to(ConversationState.STAFF, epoch + 1, ConversationState.WAITING, ConversationState.BOT);
  }

  /** The person gives the word back to the bot, or the case is settled otherwise. */
  public Conversation handedBack() {
    return to(ConversationState.BOT, epoch + 1, ConversationState.STAFF, ConversationState.WAITING);
  }

  /** Ended by a person. */
  public Conversation closed() {
    return to(
        ConversationState.CLOSED,
        epoch + 1,
        ConversationState.BOT,
        ConversationState.WAITING,
        ConversationState.STAFF);
  }

  /** The citizen speaks again after the end. */
  public Conversation reopened() {
    return to(ConversationState.BOT, epoch, ConversationState.CLOSED);
  }

  private Conversation to(
      ConversationState next, long nextEpoch, ConversationState first, ConversationState... rest) {
    if (!EnumSet.of(first, rest).contains(state)) {
      throw new IllegalStateException(
          "a conversation in state " + state + " cannot become " + next);
    }
    return new Conversation(municipality, id, channel, citizen, next, nextEpoch, openedAt);
  }
}
