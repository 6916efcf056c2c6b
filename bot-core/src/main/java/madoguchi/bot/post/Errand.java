package madoguchi.bot.post;

import java.time.Instant;
import madoguchi.municipality.MunicipalityCode;

/**
 * Something that is done beside the turns and tried again until it is done or too late.
 *
 * @param id unique within the town; the same errand again has the same id: the message it belongs
 *     to, if any, and behind a # its own part
 * @param kind who runs it, such as {@code line.push}
 * @param conversationId empty: it belongs to no conversation
 * @param epoch of the conversation when it was given; 0: it holds whoever has the word
 * @param nextAt not before this
 * @param expiresAt no longer after this
 * @param payload in the runner's own form; encrypted when stored, gone once it has ended
 * @param attempts how often a try was begun
 * @param note for staff, such as {@code 500}; never a text or token
 */
public record Errand(
    MunicipalityCode municipality,
    String id,
    String kind,
    String conversationId,
    long epoch,
    Instant createdAt,
    Instant nextAt,
    Instant expiresAt,
    String payload,
    SendState state,
    int attempts,
    String note) {

  /** A new one, to be run as soon as possible. */
  public static Errand of(
      MunicipalityCode municipality,
      String id,
      String kind,
      String conversationId,
      long epoch,
      Instant now,
      Instant expiresAt,
      String payload) {
    return new Errand(
        municipality,
        id,
        kind,
        conversationId,
        epoch,
        now,
        now,
        expiresAt,
        payload,
        SendState.READY,
        0,
        "");
  }

  /** The id of the message that it belongs to. */
  public String belongsTo() {
    int end = id.lastIndexOf('#');
    return end < 0 ? id : id.substring(0, end);
  }

  /** Whether it has not ended. */
  public boolean isOpen() {
    return state == SendState.READY || state == SendState.TRYING;
  }

  /** The same errand with another try begun, which others keep from until then. */
  public Errand begun(Instant until) {
    return moved(SendState.TRYING, attempts + 1, until, payload, note);
  }

  /** The same errand as its try ended. */
  public Errand settled(SendState end, String nextNote, Instant next) {
    return moved(end, attempts, next, end == SendState.TRYING ? payload : "", nextNote);
  }

  /** The same errand with other words; empty ones cancel it. */
  public Errand saying(String words) {
    return moved(words.isEmpty() ? SendState.CANCELLED : state, attempts, nextAt, words, note);
  }

  /** The same errand without what it says. */
  public Errand wordless() {
    return moved(state, attempts, nextAt, "", note);
  }

  private Errand moved(SendState next, int tries, Instant at, String words, String nextNote) {
    return new Errand(
        municipality,
        id,
        kind,
        conversationId,
        epoch,
        createdAt,
        at,
        expiresAt,
        words,
        next,
        tries,
        nextNote);
  }
}
