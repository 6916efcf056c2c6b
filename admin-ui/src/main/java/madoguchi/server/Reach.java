package madoguchi.server;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;

/**
 * Looks into the database for several indicators of health. Once one of them could not, the others
 * do not wait for it as well.
 */
final class Reach {

  private static final long MEMORY = Duration.ofSeconds(2).toNanos();

  private volatile long failedAt = System.nanoTime() - MEMORY;
  private volatile String cause = "";

  /** What the look brings, or what stands for a database that does not answer. */
  Health look(Supplier<Health> look, Health.Builder unreachable) {
    if (System.nanoTime() - failedAt >= MEMORY) {
      try {
        return look.get();
      } catch (RuntimeException away) {
        // Its message may hold a value.
        cause = away.getClass().getSimpleName();
        failedAt = System.nanoTime();
      }
    }
    return unreachable.withDetail("cause", cause).build();
  }
}
