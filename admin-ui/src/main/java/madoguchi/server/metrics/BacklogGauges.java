package madoguchi.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import madoguchi.bot.post.Backlog;
import madoguchi.bot.post.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Looks every few seconds what waits, and for how long, by town and channel. */
public final class BacklogGauges implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BacklogGauges.class);
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final Leases leases;
  private final Clock clock;
  private final MultiGauge conversations;
  private final MultiGauge oldest;
  private final CountDownLatch stopping = new CountDownLatch(1);

  private BacklogGauges(Leases leases, Clock clock, MeterRegistry registry) {
    this.leases = leases;
    this.clock = clock;
    this.conversations = MultiGauge.builder("madoguchi.waiting.conversations").register(registry);
    this.oldest =
        MultiGauge.builder("madoguchi.waiting.oldest").baseUnit("seconds").register(registry);
  }

  /**
   * Begins to look.
   *
   * @param storing how many webhooks and messages wait for a commit of theirs
   * @param committing how many turns and sendings do
   */
  public static BacklogGauges start(
      Leases leases,
      Clock clock,
      MeterRegistry registry,
      IntSupplier storing,
      IntSupplier committing) {
    Gauge.builder("madoguchi.commit.queue", storing::getAsInt)
        .tag("queue", "inbox")
        .register(registry);
    Gauge.builder("madoguchi.commit.queue", committing::getAsInt)
        .tag("queue", "turns")
        .register(registry);
    BacklogGauges gauges = new BacklogGauges(leases, clock, registry);
    Thread.ofVirtual().name("backlog").start(gauges::run);
    return gauges;
  }

  @Override
  public void close() {
    stopping.countDown();
  }

  private void run() {
    try {
      do {
        look();
      } while (!stopping.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      List<Backlog> backlog = leases.backlog();
      conversations.register(
          backlog.stream()
              .<MultiGauge.Row<?>>map(b -> MultiGauge.Row.of(tags(b), b.conversations()))
              .toList(),
          true);
      oldest.register(
          backlog.stream().<MultiGauge.Row<?>>map(b -> MultiGauge.Row.of(tags(b), age(b))).toList(),
          true);
    } catch (RuntimeException storage) {
      // While the server stops, the database is closed under it.
      LOG.atLevel(stopping.getCount() > 0 ? Level.WARN : Level.DEBUG)
          .log("what waits could not be counted: {}", storage.getClass().getName());
    }
  }

  private double age(Backlog backlog) {
    return Math.max(0, Duration.between(backlog.since(), clock.instant()).toMillis() / 1e3);
  }

  private static Tags tags(Backlog backlog) {
    return Tags.of("municipality", backlog.municipality().value(), "channel", backlog.channel());
  }
}
