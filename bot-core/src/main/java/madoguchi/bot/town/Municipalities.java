package madoguchi.bot.town;

import java.util.List;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;

/** The towns of this server. Reads are answered from memory for up to a second. */
public interface Municipalities {

  /** The town, or empty when this server does not answer for it. */
  Optional<Municipality> find(MunicipalityCode code);

  /** All towns in the order of their codes. */
  List<Municipality> all();

  /** Adds the town or replaces what is set for it; a new town gets its own secret key. */
  void store(Municipality municipality);

  /** The town that an address names, or empty when it is malformed or unknown. */
  default Optional<Municipality> named(String code) {
    return MunicipalityCode.isValid(code) ? find(new MunicipalityCode(code)) : Optional.empty();
  }
}
