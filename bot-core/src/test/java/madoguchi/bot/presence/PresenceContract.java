package madoguchi.bot.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** What every {@link Presence} does. */
public abstract class PresenceContract {

  protected static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  protected static final MunicipalityCode OTHER = new MunicipalityCode("other");

  /** Nobody else's. */
  protected final String room = UUID.randomUUID().toString();

  protected abstract Presence presence();

  @Test
  void countsEachOnceByTownAndRoom() {
    assertThat(presence().count(DEMO, room)).isZero();
    presence().seen(DEMO, room, "a");
    presence().seen(DEMO, room, "b");
    presence().seen(DEMO, room, "a");
    presence().seen(OTHER, room, "c");
    presence().seen(DEMO, room + " else", "d");
    assertThat(presence().count(DEMO, room)).isEqualTo(2);
    assertThat(presence().count(OTHER, room)).isEqualTo(1);
  }
}
