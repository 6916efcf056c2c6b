package madoguchi.bot.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Unguessable, and what is made at one time stands together. */
class RandomIdTest {

  @Test
  void isSafeInAddressesAndNeverTheSame() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(RandomId.next());
    }
    assertThat(ids).hasSize(10_000).allMatch(id -> id.matches("[0-9A-Za-z_-]{26}"));
    assertThat(RandomId.token()).matches("[0-9A-Za-z_-]{43}");
  }

  @Test
  void beginsWithAboutTheTimeAndHas128RandomBitsBehindIt() {
    long minute = 1_795_000_000_000L >>> 16 << 16;
    assertThat(RandomId.time(minute)).hasSize(4).isEqualTo(RandomId.time(minute + 65_535));
    assertThat(RandomId.time(minute + 65_536)).isNotEqualTo(RandomId.time(minute));
    Set<String> random = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      random.add(RandomId.next().substring(4));
    }
    assertThat(random).hasSize(1_000).allMatch(rest -> rest.length() == 22);
  }
}
