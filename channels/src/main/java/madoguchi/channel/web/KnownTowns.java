package madoguchi.channel.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.bot.town.StorageAway;
import madoguchi.municipality.MunicipalityCode;

/**
 * The towns, and while the storage is away those that were asked for before, as they were then: so
 * that a resident who cannot be answered is at least told the office's telephone.
 */
final class KnownTowns implements Municipalities {

  private final Municipalities stored;
  private final Map<MunicipalityCode, Municipality> last = new ConcurrentHashMap<>();

  KnownTowns(Municipalities stored) {
    this.stored = stored;
  }

  @Override
  public Optional<Municipality> find(MunicipalityCode code) {
    try {
      Optional<Municipality> found = stored.find(code);
      found.ifPresentOrElse(town -> last.put(code, town), () -> last.remove(code));
      return found;
    } catch (StorageAway away) {
      Municipality known = last.get(code);
      if (known == null) {
        throw away;
      }
      return Optional.of(known);
    }
  }

  @Override
  public List<Municipality> all() {
    return stored.all();
  }

  @Override
  public void store(Municipality municipality) {
    stored.store(municipality);
  }
}
