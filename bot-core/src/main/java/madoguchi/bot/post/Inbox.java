package madoguchi.bot.post;

import java.util.List;
import java.util.Optional;
import madoguchi.bot.town.Overloaded;
import madoguchi.municipality.MunicipalityCode;

/**
 * What was accepted and must be answered. A message to an erased conversation leaves its id only,
 * and never waits.
 */
public interface Inbox {

  /** What became of an arrival. */
  enum Acceptance {
    /** Stored now. */
    NEW,
    /** Was stored before with the same content. */
    REPEATED,
    /** Its id was used before for other content; nothing stored. */
    CONFLICT
  }

  /**
   * Stores arrivals durably in one commit, before it returns; one result for each, in order. What
   * others bring at the same time may go into the same commit.
   *
   * @throws Overloaded when too much is waiting to be stored
   */
  List<Acceptance> accept(List<Arrival> arrivals);

  /**
   * The same for citizens whose conversations may not have begun: these are opened in the same
   * commit.
   */
  List<Acceptance> receive(List<Letter> letters);

  /**
   * Whether so much comes in at present that it should be stored first and answered afterwards: it
   * must be stored within a second or two, and can be answered within a minute.
   */
  default boolean isPressed() {
    return false;
  }

  /** The earliest by {@code sentAt} of the conversation's messages that still wait. */
  Optional<Arrival> next(Lease lease);

  /** Marks a message as dealt with; its payload is no longer kept. Within the turn's commit. */
  void done(MunicipalityCode municipality, String messageId, String outcome);

  /**
   * The ending of a message that was dealt with; empty while it waits or when it is unknown. {@code
   * erased} when its conversation was erased before.
   */
  Optional<String> outcome(MunicipalityCode municipality, String messageId);

  /** Whether a message of the conversation waits to be dealt with. */
  default boolean waits(MunicipalityCode municipality, String conversationId) {
    // Reading needs no right to the conversation, so no lease has the fence 0.
    return next(new Lease(municipality, conversationId, 0)).isPresent();
  }
}
