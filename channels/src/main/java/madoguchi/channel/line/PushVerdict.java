package madoguchi.channel.line;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import madoguchi.bot.desk.Delivery;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.SendState;

/** What follows from a try to push, and from those before it. */
final class PushVerdict {

  private static final String NOT_SENT = "not sent: ";

  private PushVerdict() {}

  /** The key of an errand: its own and no other's, and the same whoever makes it. */
  static UUID key(Errand errand) {
    String name = errand.municipality().value() + ' ' + errand.id();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Notes also whether no try so far can have arrived. */
  static Delivery tryAgain(Errand errand, Attempt attempt) {
    boolean certain =
        attempt.kind() != Attempt.Kind.UNCLEAR
            && (errand.attempts() <= 1 || errand.note().startsWith(NOT_SENT));
    return new Delivery(SendState.TRYING, (certain ? NOT_SENT : "") + attempt.cause());
  }

  static Delivery givenUp(String why) {
    return new Delivery(SendState.GIVEN_UP, why);
  }

  static Delivery late(Errand errand) {
    boolean mayHaveArrived = errand.attempts() > 1 && !errand.note().startsWith(NOT_SENT);
    return new Delivery(
        mayHaveArrived ? SendState.AMBIGUOUS : SendState.GIVEN_UP, "expired " + errand.note());
  }
}
