package madoguchi.server;

import java.time.Duration;
import java.util.function.Supplier;
import madoguchi.bot.town.StorageAway;
import org.springframework.boot.health.contributor.Health;

/**
 * Looks into the database for several indicators of health. Once it could not be reached for one of
 * them, the others do not wait for it as well; what fails for another reason, such as a row that
 * cannot be read, concerns the one indicator that looked.
 */
final class Reach {

  private static final long MEMORY = Duration.ofSeconds(2).toNanos();

  private volatile long failedAt = System.nanoTime() - MEMORY;
  private volatile String cause = "";

  /** What the look brings, or what stands for a look that fails. */
  Health look(Supplier<Health> look, Health.Builder failed) {
    if (System.nanoTime() - failedAt < MEMORY) {
      return failed.withDetail("cause", cause).build();
    }
    try {
      return look.get();
    } catch (RuntimeException broken) {
      // Its message may hold a value.
      String name = broken.getClass().getSimpleName();
      if (broken instanceof StorageAway) {
        cause = name;
        failedAt = System.nanoTime();
      }
      return failed.withDetail("cause", name).build();
    }
  }
}
