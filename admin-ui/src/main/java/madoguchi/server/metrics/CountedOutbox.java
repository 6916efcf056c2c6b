package madoguchi.server.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Outbox;
import madoguchi.bot.post.SendState;
import madoguchi.municipality.MunicipalityCode;

/** An outbox that counts tries and how they end. */
record CountedOutbox(Outbox outbox, TownMeters meters) implements Outbox {

  @Override
  public void add(Dispatch dispatch) {
    outbox.add(dispatch);
    if (dispatch.state() == SendState.TRYING) {
      // Its first try begins with the turn.
      tried(dispatch, false);
    }
  }

  @Override
  public Optional<Dispatch> next(Lease lease) {
    return outbox.next(lease);
  }

  @Override
  public boolean trying(Dispatch dispatch) {
    boolean tries = outbox.trying(dispatch);
    if (tries) {
      tried(dispatch, dispatch.attempts() > 0);
    }
    return tries;
  }

  private void tried(Dispatch dispatch, boolean again) {
    Tally.count(() -> meters.tried(dispatch.municipality(), dispatch.channel(), again));
  }

  @Override
  public void settle(Dispatch dispatch, SendState state, String note) {
    outbox.settle(dispatch, state, note);
    if (state != SendState.TRYING) {
      Tally.count(() -> meters.settled(dispatch.municipality(), dispatch.channel(), state));
    }
  }

  @Override
  public List<Dispatch> troubled(MunicipalityCode municipality, int limit) {
    return outbox.troubled(municipality, limit);
  }

  @Override
  public boolean hasTrouble(MunicipalityCode municipality, Instant after) {
    return outbox.hasTrouble(municipality, after);
  }

  @Override
  public Optional<Dispatch> releaseAmbiguous(MunicipalityCode municipality, String id) {
    return outbox.releaseAmbiguous(municipality, id);
  }

  @Override
  public void settleReleased(
      MunicipalityCode municipality, String id, boolean arrived, String note) {
    outbox.settleReleased(municipality, id, arrived, note);
  }
}
