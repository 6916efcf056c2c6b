package madoguchi.bot.desk;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import madoguchi.bot.post.Dispatch;
import madoguchi.municipality.MunicipalityCode;

/**
 * What staff may do with an answer of which nobody knows whether it arrived: say it once more by
 * another way. Never done by itself, for the resident may read it twice.
 */
public final class SendingByHand {

  private final Stores stores;
  private final Map<String, Channel> doors;

  public SendingByHand(Stores stores, Collection<Channel> doors) {
    this.stores = stores;
    this.doors = doors.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
  }

  /** There is no other way at present: the commit is undone, and it stays where it was. */
  private static final class NoOtherWay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoOtherWay() {
      super(null, null, false, false);
    }
  }

  /**
   * Has it brought another way, once however often and by how many it is asked for.
   *
   * @return false when it is not ambiguous any more, its words are gone, or there is no other way:
   *     then it is as it was
   */
  public boolean again(MunicipalityCode municipality, String dispatchId) {
    try {
      return stores
          .unitOfWork()
          .commit(
              () ->
                  stores
                      .outbox()
                      .releaseAmbiguous(municipality, dispatchId)
                      .map(this::bring)
                      .orElse(false));
    } catch (NoOtherWay asItWas) {
      return false;
    }
  }

  private boolean bring(Dispatch dispatch) {
    Channel door = doors.get(dispatch.channel());
    if (door == null || !door.bringByHand(dispatch)) {
      throw new NoOtherWay();
    }
    return true;
  }
}
