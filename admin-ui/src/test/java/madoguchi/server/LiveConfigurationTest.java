package madoguchi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import madoguchi.server.settings.Problem;
import madoguchi.server.settings.Settings;
import org.junit.jupiter.api.Test;

/** What is said of a Redis that cannot be used. */
class LiveConfigurationTest {

  @Test
  void doesNotRepeatAPasswordInAUrlThatCannotBeRead() {
    Settings settings =
        new Settings(
            Path.of("."),
            new Settings.Db("", "", ""),
            new Settings.Redis("redis://:geheim pass@nowhere:port"),
            "",
            "",
            "",
            1,
            new Settings.Line("", "", "", "", "", ""),
            new Settings.Web("", "", "", "", "", ""));
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
