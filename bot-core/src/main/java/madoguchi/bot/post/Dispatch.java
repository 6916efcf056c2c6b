package madoguchi.bot.post;

import java.time.Instant;
import madoguchi.municipality.MunicipalityCode;

/**
 * Something that must arrive at a citizen.
 *
 * @param id unique within the town and the same on every retry of the turn: the message it answers
 *     to, and behind a # its own part
 * @param epoch the conversation's epoch when it was said
 * @param expiresAt until when the channel takes it, such as a reply token's minute
 * @param payload in the door's own form; encrypted when stored
 * @param attempts how often a try was begun
 */
public record Dispatch(
    MunicipalityCode municipality,
    String id,
    String conversationId,
    long epoch,
    String channel,
    Instant createdAt,
    Instant expiresAt,
    String payload,
    SendState state,
    int attempts,
    String note) {

  /** The id of the message that it answers to. */
  public String answersTo() {
    int end = id.lastIndexOf('#');
    return end < 0 ? id : id.substring(0, end);
  }

  /** The same dispatch, further on. */
  public Dispatch moved(SendState next, int furtherAttempts, String nextNote) {
    return new Dispatch(
        municipality,
        id,
        conversationId,
        epoch,
        channel,
        createdAt,
        expiresAt,
        payload,
        next,
        attempts + furtherAttempts,
        nextNote);
  }

  /** The same dispatch without what it says. */
  public Dispatch wordless() {
    return new Dispatch(
        municipality,
        id,
        conversationId,
        epoch,
        channel,
        createdAt,
        expiresAt,
        "",
        state,
        attempts,
        note);
  }
}
