package madoguchi.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import madoguchi.bot.limit.RateLimits;
import madoguchi.bot.limit.RateLimitsContract;
import madoguchi.bot.post.Signals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes and a real Redis between them, which may go away. */
class RedisRoomTest extends RateLimitsContract {

  private static RealRedis redis;
  private RedisRoom one;
  private RedisRoom two;

  @BeforeAll
  static void startRedis() {
    redis = new RealRedis();
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  @BeforeEach
  void startNodes() {
    one = new RedisRoom(redis.url());
    two = new RedisRoom(redis.url());
    until(() -> one.isUp() && two.isUp());
  }

  @AfterEach
  void stopNodes() {
    one.close();
    two.close();
  }

  @Override
  protected RateLimits limits() {
    return one.limits();
  }

  @Test
  void isHeardOnBothNodesOnceEach() {
    AtomicInteger here = new AtomicInteger();
    AtomicInteger there = new AtomicInteger();
    AtomicInteger elsewhere = new AtomicInteger();
    try (Signals.Registration own = one.signals().listen(DEMO, "c", here::incrementAndGet);
        Signals.Registration others = two.signals().listen(DEMO, "c", there::incrementAndGet);
        Signals.Registration not = two.signals().listen(OTHER, "c", elsewhere::incrementAndGet)) {
      for (int i = 0; i < 5; i++) {
        one.signals().raise(DEMO, "c");
      }
      until(() -> there.get() == 5);
    }
    assertThat(here).hasValue(5);
    assertThat(there).hasValue(5);
    assertThat(elsewhere).hasValue(0);
  }

  @Test
  void sharesLimitsBetweenNodes() {
    assertThat(one.limits().take(DEMO, key, 2)).isZero();
    assertThat(two.limits().take(DEMO, key, 2)).isZero();
    assertThat(one.limits().take(DEMO, key, 2)).isPositive();
    assertThat(two.limits().take(DEMO, key, 2)).isPositive();
  }

  @Test
  void knowsWhoIsThereOnBothNodes() {
    one.presence().seen(DEMO, key, "a");
    two.presence().seen(DEMO, key, "b");
    two.presence().seen(DEMO, key, "a");
    two.presence().seen(OTHER, key, "c");
    until(() -> one.presence().count(DEMO, key) == 2 && two.presence().count(DEMO, key) == 2);
    assertThat(one.presence().count(OTHER, key)).isEqualTo(1);
    assertThat(redis.secondsLeft("madoguchi:present:demo:" + key)).isBetween(60L, 120L);
  }

  @Test
  void knowsWhoIsThereOnThisNodeWhileRedisIsAway() {
    one.presence().seen(DEMO, key, "a");
    two.presence().seen(DEMO, key, "b");
    until(() -> one.presence().count(DEMO, key) == 2);
    redis.stop();
    until(() -> !one.isUp());
    assertThat(one.presence().count(DEMO, key)).isEqualTo(1);
    redis.start();
    until(() -> one.isUp() && two.isUp());
  }

  @Test
  void goesOnWithinTheNodeWhileRedisIsAwayAndFindsItAgain() {
    AtomicInteger here = new AtomicInteger();
    AtomicInteger there = new AtomicInteger();
    try (Signals.Registration own = one.signals().listen(DEMO, "c", here::incrementAndGet);
        Signals.Registration others = two.signals().listen(DEMO, "c", there::incrementAndGet)) {
      redis.stop();
      until(() -> !one.isUp() && !two.isUp());
      one.signals().raise(DEMO, "c");
      assertThat(here).hasValue(1);
      assertThat(one.limits().take(DEMO, key, 1)).isZero();
      assertThat(one.limits().take(DEMO, key, 1)).isPositive();
      assertThat(two.limits().take(DEMO, key, 1)).as("the other node's own").isZero();
      redis.start();
      until(() -> one.isUp() && two.isUp());
      until(
          () -> {
            one.signals().raise(DEMO, "c");
            return there.get() > 0;
          });
    }
  }

  @Test
  void beginsWithoutRedis() {
    redis.stop();
    try (RedisRoom early = new RedisRoom(redis.url())) {
      assertThat(early.isUp()).isFalse();
      early.signals().raise(DEMO, "c");
      assertThat(early.limits().take(DEMO, key, 1)).isZero();
      redis.start();
      until(early::isUp);
    }
  }

  @Test
  void asksNobodyForAMomentWhoDoesNotAnswerAndKeepsLittleForIt() {
    AtomicInteger there = new AtomicInteger();
    AtomicInteger resumed = new AtomicInteger();
    try (Signals.Registration others = two.signals().listen(DEMO, "c", there::incrementAndGet);
        Signals.Registration last = two.signals().listen(DEMO, "d", resumed::incrementAndGet)) {
      redis.pause(Duration.ofMillis(1_500));
      assertThat(one.limits().take(DEMO, key, 1)).as("as if it were away").isZero();
      assertThat(one.isUp()).isFalse();
      for (int i = 0; i < 20_000; i++) {
        two.signals().raise(OTHER, "c");
        one.signals().raise(DEMO, "c");
      }
      until(() -> !two.isUp());
      until(
          () -> {
            one.signals().raise(DEMO, "d");
            return resumed.get() > 0;
          });
    }
    assertThat(there.get()).isLessThan(5_000);
    until(() -> one.isUp() && two.isUp());
  }

  @Test
  void leavesNoConnectionBehindThatCannotListen() {
    int before = redis.connections();
    AtomicInteger tries = new AtomicInteger();
    try (RedisLink link =
        new RedisLink(
            redis.url(),
            connection -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("cannot listen");
              }
            })) {
      until(link::isUp);
      assertThat(tries).hasValue(2);
      until(() -> redis.connections() == before + 2);
    }
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
