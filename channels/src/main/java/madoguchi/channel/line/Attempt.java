package madoguchi.channel.line;

import madoguchi.bot.desk.Delivery;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;

/**
 * How one try to reply ended, and what that means for the reply.
 *
 * <p>A reply token is good for one reply. So trying again is safe, and a 400 after a try whose end
 * nobody saw means that this try had arrived. Only tries that certainly did not arrive do not count
 * for that: they are noted as {@code not sent ×n}.
 *
 * @param cause for the note, such as a status or the kind of the failure
 */
record Attempt(Kind kind, String cause) {

  /** What is certain after a try. */
  enum Kind {
    /** LINE has accepted the reply. */
    ACCEPTED,
    /** LINE says 400: the token is used or dead, or the reply malformed. */
    REJECTED,
    /** It will never be accepted. */
    HOPELESS,
    /** The town's token is refused or missing: it did not arrive, but may with another token. */
    NO_TOKEN,
    /** It did not arrive, but may the next time. */
    NOT_SENT,
    /** It may have arrived. */
    UNCLEAR
  }

  /** While the town has none that could be used. */
  static final Attempt WITHOUT_TOKEN = new Attempt(Kind.NO_TOKEN, "no usable token or base URL");

  /** While the token is refused with a status: nothing is called. */
  static Attempt stopped(int status) {
    return new Attempt(Kind.NO_TOKEN, "stopped " + status);
  }

  /** The note of a dispatch whose time was over. */
  static final String EXPIRED = "expired";

  /** Whether a try of this dispatch may have arrived. */
  static boolean mayHaveArrived(Dispatch dispatch) {
    return dispatch.attempts() > 0 && !dispatch.note().startsWith(notSent(dispatch));
  }

  static Attempt ofStatus(int status) {
    Kind kind =
        switch (status) {
          case 400 -> Kind.REJECTED;
          case 401, 403 -> Kind.NO_TOKEN;
          case 429 -> Kind.NOT_SENT;
          case 200, 408 -> Kind.UNCLEAR; // a 200 without LINE's JSON is somebody else's
          default -> status >= 500 ? Kind.UNCLEAR : Kind.HOPELESS;
        };
    return new Attempt(kind, Integer.toString(status));
  }

  /** What becomes of the dispatch, as it stood before this try. */
  Delivery delivery(Dispatch before) {
    boolean mayHaveArrived = mayHaveArrived(before);
    return switch (kind) {
      case ACCEPTED -> new Delivery(SendState.SENT, cause);
      case REJECTED ->
          mayHaveArrived
              ? new Delivery(SendState.SENT, cause + " after retry")
              : new Delivery(SendState.GIVEN_UP, cause);
      case HOPELESS, NO_TOKEN ->
          new Delivery(mayHaveArrived ? SendState.AMBIGUOUS : SendState.GIVEN_UP, cause);
      case UNCLEAR -> new Delivery(SendState.TRYING, cause);
      case NOT_SENT ->
          new Delivery(
              SendState.TRYING,
              mayHaveArrived
                  ? cause
                  : notSent(before.moved(before.state(), 1, before.note())) + cause);
    };
  }

  /** With the number of tries, so that one that left no note is not taken for one of these. */
  private static String notSent(Dispatch dispatch) {
    return "not sent ×" + dispatch.attempts() + ": ";
  }
}
