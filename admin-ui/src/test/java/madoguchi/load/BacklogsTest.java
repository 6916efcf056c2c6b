package madoguchi.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reads the monitoring's lines as they are written. */
class BacklogsTest {

  @Test
  void findsTheOldestAmongAllTowns() {
    assertThat(
            Backlogs.oldest(
                """
                # TYPE madoguchi_waiting_oldest_seconds gauge
                madoguchi_waiting_oldest_seconds{channel="line",municipality="a"} 1.25
                madoguchi_waiting_oldest_seconds{channel="line",municipality="b"} 12.5
                madoguchi_waiting_oldest_seconds{channel="web",municipality="b"} 99.0
                madoguchi_waiting_conversations{channel="line",municipality="a"} 400.0
                """))
        .isEqualTo(12.5);
  }

  @Test
  void isZeroWhereNothingWaits() {
    assertThat(Backlogs.oldest("jvm_threads 3.0\n")).isZero();
  }
}
