package madoguchi.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A value that fits nothing is named by its variable, and never shown. */
class StartProblemTest {

  private static StandardEnvironment with(Map<String, Object> values) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("given", values));
    SettingNames.page().forEach(environment.getPropertySources()::addLast);
    return environment;
  }

  @ParameterizedTest
  @CsvSource({
    "madoguchi.workers,MADOGUCHI_WORKERS",
    "server.port,SERVER_PORT",
    "management.server.port,MANAGEMENT_SERVER_PORT",
    "madoguchi.line.channel-token,MADOGUCHI_LINE_CHANNEL_TOKEN",
    "logging.level.root,MADOGUCHI_LOG_LEVEL",
    "server.shutdown,server.shutdown",
    "no.such.key,no.such.key"
  })
  void knowsTheVariableOfEachSetting(String key, String variable) {
    assertThat(SettingNames.variable(key)).isEqualTo(variable);
  }

  @Test
  void namesTheVariableWhoseValueFitsNothingWithoutTheValue() {
    assertThatThrownBy(() -> Settings.of(with(Map.of("MADOGUCHI_WORKERS", "himitsu"))))
        .satisfies(
            failure ->
                assertThat(StartProblem.line(failure))
                    .hasValueSatisfying(
                        line ->
                            assertThat(line)
                                .contains("MADOGUCHI_WORKERS", " / ")
                                .doesNotContain("himitsu", "\n")));
    assertThat(
            StartProblem.line(
                new InvalidConfigurationPropertyValueException("server.port", "himitsu", "no")))
        .hasValueSatisfying(
            line -> assertThat(line).contains("SERVER_PORT").doesNotContain("himitsu"));
  }

  @Test
  void prefersWhatWasSaidOnPurpose() {
    assertThatThrownBy(() -> Settings.of(with(Map.of("MADOGUCHI_WORKERS", "0"))))
        .satisfies(
            failure ->
                assertThat(StartProblem.line(failure))
                    .hasValueSatisfying(line -> assertThat(line).contains("1 or more")));
  }

  @ParameterizedTest
  @CsvSource({"99999", "-2", "8080x", "''", "８０８０"})
  void refusesWhatIsNoPort(String given) {
    assertThatThrownBy(() -> Settings.of(with(Map.of("management.server.port", given))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("MANAGEMENT_SERVER_PORT");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "8081", "65535"})
  void takesEveryPort(String given) {
    assertThatCode(() -> Settings.of(with(Map.of("management.server.port", given))))
        .doesNotThrowAnyException();
  }

  @Test
  void saysNothingOfAMistakeOfOurOwn() {
    assertThat(StartProblem.line(new IllegalStateException("a bug"))).isEmpty();
  }
}
