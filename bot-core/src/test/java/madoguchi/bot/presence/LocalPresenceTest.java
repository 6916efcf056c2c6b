package madoguchi.bot.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Within one process. */
class LocalPresenceTest extends PresenceContract {

  private final AtomicLong now = new AtomicLong();
  private final LocalPresence presence = new LocalPresence(now::get);

  @Override
  protected Presence presence() {
    return presence;
  }

  @Test
  void whoWasNotSeenForAWhileHasLeft() {
    presence.seen(DEMO, room, "stays");
    presence.seen(DEMO, room, "leaves");
    now.addAndGet(Presence.LASTS.toNanos() - 1);
    assertThat(presence.count(DEMO, room)).isEqualTo(2);
    presence.seen(DEMO, room, "stays");
    now.addAndGet(1);
    assertThat(presence.count(DEMO, room)).isEqualTo(1);
  }
}
