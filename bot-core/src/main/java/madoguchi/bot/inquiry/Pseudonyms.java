package madoguchi.bot.inquiry;

import madoguchi.municipality.MunicipalityCode;

/** Turns a channel's raw id into a {@link Citizen}, under a secret of the town. */
@FunctionalInterface
public interface Pseudonyms {

  /**
   * The citizen behind a raw id.
   *
   * @param channel such as {@code line}; the same raw id at another channel is another citizen
   * @param rawId never stored or logged as it is
   */
  Citizen citizen(MunicipalityCode municipality, String channel, String rawId);
}
