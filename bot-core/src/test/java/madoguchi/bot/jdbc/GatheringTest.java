package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When more is waited for, and when not. */
class GatheringTest {

  private final List<Long> waits = new ArrayList<>();

  /** A queue that is asked to wait, and to which something comes with each wait. */
  private final LinkedBlockingQueue<String> queue =
      new LinkedBlockingQueue<>() {
        private static final long serialVersionUID = 1L;

        @Override
        public String poll(long timeout, TimeUnit unit) {
          waits.add(unit.toNanos(timeout));
          return "late";
        }
      };

  private final List<String> group = new ArrayList<>();

  @Test
  void waitsForNobodyWhenOneComesAlone() throws Exception {
    Gathering gathering = new Gathering(100);
    for (int i = 0; i < 3; i++) {
      queue.add("alone");
      assertThat(gathering.next(queue, group)).isTrue();
      assertThat(group).containsExactly("alone");
      group.clear();
    }
    assertThat(waits).isEmpty();
  }

  @Test
  void waitsForSomeMoreWhileSeveralCome() throws Exception {
    Gathering gathering = new Gathering(100);
    queue.addAll(List.of("a", "b"));
    gathering.next(queue, group);
    assertThat(group).containsExactly("a", "b");
    group.clear();
    queue.add("c");
    assertThat(gathering.next(queue, group)).isTrue();
    assertThat(group).hasSize(40).startsWith("c", "late");
    assertThat(waits).hasSize(39).allMatch(nanos -> nanos <= 50_000_000);
  }

  @Test
  void takesNoMoreThanTheLargestGroup() throws Exception {
    Gathering gathering = new Gathering(2);
    queue.addAll(List.of("a", "b", "c"));
    gathering.next(queue, group);
    assertThat(group).containsExactly("a", "b");
    group.clear();
    gathering.next(queue, group);
    assertThat(group).containsExactly("c", "late");
  }

  @Test
  void endsWhenNothingWaits() throws Exception {
    Gathering gathering = new Gathering(2);
    queue.addAll(List.of("a", "b"));
    gathering.next(queue, group);
    group.clear();
    assertThat(gathering.next(queue, group)).isFalse();
    assertThat(waits).isEmpty();
  }
}
