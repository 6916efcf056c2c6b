package madoguchi.bot.presence;

import java.time.Duration;
import madoguchi.municipality.MunicipalityCode;

/** Who is there at present. Whoever was not seen for a while has left. */
public interface Presence {

  /** So long one is there after one was seen. */
  Duration LASTS = Duration.ofMinutes(2);

  /**
   * Somebody was seen now; never waits, and may be lost.
   *
   * @param room where, such as {@code staff}
   * @param who never a raw id of a resident
   */
  void seen(MunicipalityCode municipality, String room, String who);

  /** How many are there, each counted once, wherever and how often they were seen. */
  int count(MunicipalityCode municipality, String room);
}
