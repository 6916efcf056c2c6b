package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import madoguchi.bot.town.Overloaded;
import madoguchi.bot.town.StorageAway;
import org.junit.jupiter.api.Test;

/** Many wishes, few transactions. */
class GroupCommitTest {

  private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);

  /** The first group waits at the gate, so that the others gather behind it. */
  private List<String> store(List<Integer> wishes) {
    groups.add(wishes);
    begun.countDown();
    try {
      assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    if (wishes.contains(13)) {
      throw new IllegalArgumentException("13");
    }
    if (wishes.contains(99)) {
      throw new IllegalStateException(new SQLTransientConnectionException("gone"));
    }
    return wishes.stream().map(wish -> "stored " + wish).toList();
  }

  private GroupCommit<Integer, String> group(int largest, int mostWaiting, Duration patience) {
    return new GroupCommit<>("test", largest, mostWaiting, patience, this::store);
  }

  private static CompletableFuture<String> submit(GroupCommit<Integer, String> group, int wish) {
    CompletableFuture<String> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                result.complete(group.submit(wish));
              } catch (RuntimeException failed) {
                result.completeExceptionally(failed);
              }
            });
    return result;
  }

  private List<CompletableFuture<String>> gathered(
      GroupCommit<Integer, String> group, IntStream wishes) throws InterruptedException {
    CompletableFuture<String> first = submit(group, 0);
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    List<CompletableFuture<String>> all = new ArrayList<>(List.of(first));
    wishes.forEach(
        wish -> {
          int waiting = group.waiting();
          all.add(submit(group, wish));
          until(() -> group.waiting() > waiting);
        });
    return all;
  }

  @Test
  void gathersWhileItStoresAndGivesEachItsOwnResult() throws Exception {
    GroupCommit<Integer, String> group = group(10, 100, Duration.ofSeconds(20));
    List<CompletableFuture<String>> all = gathered(group, IntStream.rangeClosed(1, 12));
    gate.countDown();
    for (int i = 0; i <= 12; i++) {
      assertThat(all.get(i).get(20, TimeUnit.SECONDS)).isEqualTo("stored " + i);
    }
    assertThat(groups).extracting(List::size).containsExactly(1, 10, 2);
    assertThat(group.submit(50)).isEqualTo("stored 50");
  }

  @Test
  void failsThoseThatCannotBeStoredAndNoOther() throws Exception {
    GroupCommit<Integer, String> group = group(10, 100, Duration.ofSeconds(20));
    List<CompletableFuture<String>> all = gathered(group, IntStream.of(12, 13, 14));
    gate.countDown();
    assertThat(all.get(1).get()).isEqualTo("stored 12");
    assertThat(all.get(3).get()).isEqualTo("stored 14");
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> all.get(2).get())
        .withCauseInstanceOf(IllegalArgumentException.class);
    assertThatIllegalArgumentException().isThrownBy(() -> group.submit(13));
  }

  @Test
  void triesNobodyAloneWhenTheDatabaseIsGone() throws Exception {
    GroupCommit<Integer, String> group = group(10, 100, Duration.ofSeconds(20));
    List<CompletableFuture<String>> all = gathered(group, IntStream.of(98, 99, 100));
    gate.countDown();
    for (CompletableFuture<String> gone : all.subList(1, 4)) {
      assertThatExceptionOfType(ExecutionException.class).isThrownBy(gone::get);
    }
    assertThat(groups).hasSize(2);
  }

  @Test
  void refusesAtOnceWhenTooManyWait() throws Exception {
    GroupCommit<Integer, String> group = group(10, 3, Duration.ofSeconds(20));
    List<CompletableFuture<String>> all = gathered(group, IntStream.rangeClosed(1, 3));
    assertThatExceptionOfType(Overloaded.class).isThrownBy(() -> group.submit(4));
    gate.countDown();
    assertThat(all.get(3).get()).isEqualTo("stored 3");
    assertThat(groups.stream().flatMap(List::stream)).doesNotContain(4);
  }

  @Test
  void doesNotStoreWhatHasWaitedTooLong() throws Exception {
    GroupCommit<Integer, String> group = group(10, 100, Duration.ofMillis(20));
    List<CompletableFuture<String>> all = gathered(group, IntStream.of(1));
    long since = System.nanoTime();
    until(() -> System.nanoTime() - since > Duration.ofMillis(40).toNanos());
    gate.countDown();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> all.get(1).get())
        .withCauseInstanceOf(Overloaded.class);
    assertThat(groups).containsExactly(List.of(0));
  }

  @Test
  void waitsForNoStorageForEver() throws Exception {
    GroupCommit<Integer, String> group = group(10, 100, Duration.ofMillis(20));
    List<CompletableFuture<String>> all = gathered(group, IntStream.of(1));
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> all.get(0).get(20, TimeUnit.SECONDS))
        .withCauseInstanceOf(StorageAway.class);
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> all.get(1).get(20, TimeUnit.SECONDS))
        .withCauseInstanceOf(Overloaded.class);
    assertThat(group.waiting()).isZero();
    gate.countDown();
    until(() -> submit(group, 2).handle((stored, failed) -> stored != null).join());
  }

  @Test
  void triesNobodyFurtherOnceTheDatabaseGoesAway() throws Exception {
    GroupCommit<Integer, String> group = group(10, 100, Duration.ofSeconds(20));
    List<CompletableFuture<String>> all = gathered(group, IntStream.of(13, 99, 14));
    gate.countDown();
    for (CompletableFuture<String> failed : all.subList(1, 4)) {
      assertThatExceptionOfType(ExecutionException.class).isThrownBy(failed::get);
    }
    assertThat(groups).containsExactly(List.of(0), List.of(13, 99, 14), List.of(13), List.of(99));
  }

  @Test
  void storesAgainAfterATimeWithoutThreads() {
    gate.countDown();
    AtomicInteger asked = new AtomicInteger();
    GroupCommit<Integer, String> group =
        new GroupCommit<>(
            "test",
            10,
            100,
            Duration.ofSeconds(20),
            this::store,
            work -> {
              if (asked.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              Thread.ofVirtual().start(work);
            });
    assertThatExceptionOfType(Overloaded.class).isThrownBy(() -> group.submit(1));
    assertThat(group.submit(2)).isEqualTo("stored 2");
    assertThat(groups).containsExactly(List.of(2));
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }
}
