package madoguchi.bot.limit;

import java.time.Duration;
import madoguchi.municipality.MunicipalityCode;

/** Counts who does something how often. */
public interface RateLimits {

  /**
   * Takes one of what may be done in a minute; as many may be done at once, and it fills evenly.
   *
   * @param key who does what; never a raw id of a resident
   * @return zero when there was one, otherwise how long to wait for it
   */
  Duration take(MunicipalityCode municipality, String key, int perMinute);
}
