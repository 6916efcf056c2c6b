package madoguchi.bot.jdbc;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Jdbi;

/** The key of each town, unwrapped once with the master key: a town's key never changes. */
final class TownKeys {

  private static final String CONTEXT = "\ntown";

  private final Jdbi jdbi;
  private final SealingKey master;
  private final Map<MunicipalityCode, SealingKey> unwrapped = new ConcurrentHashMap<>();
  private final Map<Derived, byte[]> derived = new ConcurrentHashMap<>();

  private record Derived(MunicipalityCode municipality, String purpose) {}

  TownKeys(Jdbi jdbi, SealingKey master) {
    this.jdbi = jdbi;
    this.master = master;
  }

  /**
   * The town's key.
   *
   * @throws IllegalStateException when there is no such town
   * @throws WrongMasterKey when the master key is another one
   */
  SealingKey of(MunicipalityCode municipality) {
    SealingKey known = unwrapped.get(municipality);
    if (known != null) {
      return known;
    }
    byte[] wrapped =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT wrapped_key FROM municipality WHERE municipality = :municipality")
                    .bind("municipality", municipality)
                    .mapTo(byte[].class)
                    .findOne()
                    .orElseThrow(() -> new IllegalStateException("no town " + municipality)));
    SealingKey key = unwrap(municipality, wrapped);
    unwrapped.put(municipality, key);
    return key;
  }

  /** Bytes of the town's own for one of few purposes, worked out once; not to be altered. */
  byte[] derive(MunicipalityCode municipality, String purpose) {
    Derived wanted = new Derived(municipality, purpose);
    byte[] known = derived.get(wanted);
    if (known != null) {
      return known;
    }
    byte[] fresh = of(municipality).derive(purpose);
    derived.put(wanted, fresh);
    return fresh;
  }

  /** A new key for a town, wrapped. */
  byte[] fresh(MunicipalityCode municipality) {
    return master.wrap(SealingKey.random(), municipality + CONTEXT);
  }

  SealingKey unwrap(MunicipalityCode municipality, byte[] wrapped) {
    try {
      return master.unwrap(wrapped, municipality + CONTEXT);
    } catch (GeneralSecurityException other) {
      throw new WrongMasterKey(municipality, other);
    }
  }
}
