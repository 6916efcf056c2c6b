package madoguchi.channel.line;

import java.time.Clock;
import java.time.Instant;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Errand;
import madoguchi.bot.town.Municipalities;
import madoguchi.municipality.MunicipalityCode;

/** Which answers go on as pushes: those whose token died unused, and what a person has pushed. */
final class Pushes {

  private final Municipalities municipalities;
  private final LineStores stores;
  private final Clock clock;

  Pushes(Municipalities municipalities, LineStores stores, Clock clock) {
    this.municipalities = municipalities;
    this.stores = stores;
    this.clock = clock;
  }

  /** Whether the town has pushes at all. */
  boolean areAllowed(MunicipalityCode municipality) {
    return municipalities
        .find(municipality)
        .filter(town -> new LineSettings(town).pushes())
        .isPresent();
  }

  /** By the rules; false when they do not allow it. */
  boolean give(Dispatch dispatch, String note) {
    boolean tokenIsDead = note.equals(Attempt.EXPIRED) || note.equals("400");
    if (!tokenIsDead || !areAllowed(dispatch.municipality()) || hasLeft(dispatch)) {
      return false;
    }
    stores.errands().add(push(dispatch, "", dispatch.epoch(), dispatch.payload()));
    return true;
  }

  /** At a person's word, whoever has the conversation now; false when the resident has left. */
  boolean giveByHand(Dispatch dispatch) {
    if (hasLeft(dispatch)) {
      return false;
    }
    Outgoing outgoing = Outgoing.ofPayload(dispatch.payload()).pushedByHand();
    stores
        .errands()
        .add(push(dispatch, " by hand " + dispatch.attempts(), 0, outgoing.toPayload()));
    return true;
  }

  private boolean hasLeft(Dispatch dispatch) {
    return stores.conversations().hasLeft(dispatch.municipality(), dispatch.conversationId());
  }

  /** Each time that a person has it pushed is an errand of its own, by the count of its tries. */
  private Errand push(Dispatch dispatch, String which, long epoch, String payload) {
    Instant now = clock.instant();
    return Errand.of(
        dispatch.municipality(),
        dispatch.answersTo() + "#push" + which,
        PushRunner.KIND,
        dispatch.conversationId(),
        epoch,
        now,
        now.plus(PushRunner.KEY_LIVES),
        payload);
  }
}
