package madoguchi.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each pause is twice as long as the one before, up to the longest, and never quite the same. */
class BackoffTest {

  private final Backoff backoff = Backoff.ofErrands(new Random(3));

  @Test
  void waitsTwiceAsLongEachTime() {
    for (int tries = 1; tries < 40; tries++) {
      long whole = Math.min(2_000L << Math.min(tries - 1, 12), 1_800_000);
      assertThat(backoff.after(tries).toMillis()).isBetween(whole / 2, whole);
    }
  }

  @Test
  void waitsForSecondsWithWhatHasAMinute() {
    Backoff replies = Backoff.ofReplies(new Random(3));
    for (int tries = 1; tries < 40; tries++) {
      long whole = Math.min(250L << Math.min(tries - 1, 4), 4_000);
      assertThat(replies.after(tries).toMillis()).isBetween(whole / 2, whole);
    }
    assertThat(IntStream.range(0, 50).mapToObj(i -> replies.after(2)).distinct().count())
        .isGreaterThan(20);
  }

  @Test
  void doesNotWaitForTheSameMomentAsOthers() {
    assertThat(IntStream.range(0, 50).mapToObj(i -> backoff.after(9)).distinct().count())
        .isGreaterThan(20);
  }
}
