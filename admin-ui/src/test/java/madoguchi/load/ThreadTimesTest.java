package madoguchi.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The instrument by itself. */
class ThreadTimesTest {

  @Test
  void tellsWhatThreadsAreFor() {
    assertThat(ThreadTimes.kind("C2 CompilerThre")).isEqualTo("compilers");
    assertThat(ThreadTimes.kind("VM Thread")).isEqualTo("garbage collection");
    assertThat(ThreadTimes.kind("thinking-1")).isEqualTo("thinking");
    assertThat(ThreadTimes.kind("main")).isEqualTo("other");
  }

  @Test
  void countsWhatWasUsedBetweenTwoLooks() {
    assertThat(
            ThreadTimes.between(
                Map.of("compilers", 100L, "thinking", 50L),
                Map.of("compilers", 400L, "thinking", 150L, "other", 0L)))
        .isEqualTo("compilers 300 ms (75 %), thinking 100 ms (25 %)");
  }

  @Test
  void leavesOutThreadsThatHaveEnded() {
    assertThat(
            ThreadTimes.between(
                Map.of("compilers", 100L, "thinking", 900L),
                Map.of("compilers", 400L, "thinking", 100L)))
        .isEqualTo("compilers 300 ms (100 %)");
  }

  @Test
  void readsThisProcess() {
    assertThat(ThreadTimes.of(ProcessHandle.current().pid()).values())
        .isNotEmpty()
        .anyMatch(millis -> millis > 0);
  }
}
