package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import madoguchi.bot.town.Overloaded;
import madoguchi.bot.town.StorageAway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the storage's trouble, and what is that of what was to be stored. */
class OutageTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "53100", "90098", "90121"})
  void isBehindWhatWouldFailAgainAtOnce(String state) {
    assertThat(Outage.isBehind(failure(state))).isTrue();
    assertThat(Outage.isPassing(failure(state))).isFalse();
    assertThatThrownBy(() -> named(failure(state)).run()).isInstanceOf(StorageAway.class);
    assertThat(Outage.isBehind(new RuntimeException(new SQLTransientConnectionException())))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"55P03", "40P01", "40001", "57014", "HYT00"})
  void passesWhereOthersHoldWhatIsNeeded(String state) {
    assertThat(Outage.isPassing(failure(state))).isTrue();
    assertThat(Outage.isBehind(failure(state))).isFalse();
    assertThatThrownBy(() -> named(failure(state)).run()).isInstanceOf(Overloaded.class);
  }

  @Test
  void isNoneWhereWhatIsStoredIsWrong() {
    RuntimeException twice = failure("23505");
    assertThat(Outage.isBehind(twice) || Outage.isPassing(twice)).isFalse();
    assertThatThrownBy(() -> named(twice).run()).isSameAs(twice);
    assertThat(Outage.isPassing(new IllegalStateException(new SQLException()))).isFalse();
  }

  private static Runnable named(RuntimeException failure) {
    return OutageNaming.of(
        Runnable.class,
        () -> {
          throw failure;
        });
  }

  private static RuntimeException failure(String state) {
    return new IllegalStateException(new SQLException("geheim", state));
  }
}
