package madoguchi.server.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** By which variable of the environment an operator sets a key of {@code application.yml}. */
final class SettingNames {

  private static final String FILE = "application.yml";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):");

  private SettingNames() {}

  /** The settings of {@code application.yml} as they stand there. */
  static Iterable<PropertySource<?>> page() {
    try {
      return new YamlPropertySourceLoader().load("settings", new ClassPathResource(FILE));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The variable's name; the key itself where there is none. */
  static String variable(String key) {
    for (PropertySource<?> source : page()) {
      Matcher written = VARIABLE.matcher(String.valueOf(source.getProperty(key)));
      if (written.find()) {
        return written.group(1);
      }
    }
    return key;
  }
}
