package madoguchi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import madoguchi.server.settings.Problem;
import madoguchi.server.settings.Settings;
import madoguchi.server.settings.TestSettings;
import org.junit.jupiter.api.Test;

/** What is said of a Redis that cannot be used. */
class LiveConfigurationTest {

  @Test
  void doesNotRepeatAPasswordInAUrlThatCannotBeRead() {
    Settings settings =
        TestSettings.with(Path.of("."), new Settings.Redis("redis://:geheim pass@nowhere:port"));
    assertThatThrownBy(() -> new LiveConfiguration().live(settings))
        .isInstanceOf(Problem.class)
        .satisfies(
            problem -> {
              StringWriter everything = new StringWriter();
              problem.printStackTrace(new PrintWriter(everything));
              assertThat(everything.toString())
                  .contains("MADOGUCHI_REDIS_URL")
                  .doesNotContain("geheim");
            });
  }
}
