package madoguchi.server.settings;

import java.util.List;
import org.springframework.core.env.Environment;

/** The ports that a server is told to take. */
final class Ports {

  private static final int HIGHEST = 65_535;

  private Ports() {}

  /**
   * Looks at both before anything is begun.
   *
   * @throws Problem when there is no such port
   */
  static void check(Environment environment) {
    List.of("server.port", "management.server.port").forEach(key -> check(environment, key));
  }

  private static void check(Environment environment, String key) {
    String given = environment.getProperty(key, "0").strip();
    // -1 is Spring's word for: none.
    if (!given.matches("-1|[0-9]{1,5}") || Integer.parseInt(given) > HIGHEST) {
      String name = SettingNames.variable(key);
      throw Problem.failed(
          "%s には 1〜%d の番号を指定してください。".formatted(name, HIGHEST),
          "%s must be a port from 1 to %d.".formatted(name, HIGHEST));
    }
  }
}
