package madoguchi.server.seed;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import madoguchi.channel.web.TownSetting;

/**
 * What each setting of a town may hold: the web chat's own rules, and for all others a pattern and
 * a sentence from {@code madoguchi/town-settings_ja.properties}. An empty value is always allowed.
 */
final class SettingRules {

  private static final String RESOURCE = "/madoguchi/town-settings_ja.properties";
  private static final String SENTENCE = ".rule";

  private final Properties patterns = new Properties();

  SettingRules() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(SettingRules.class.getResourceAsStream(RESOURCE), RESOURCE),
            StandardCharsets.UTF_8)) {
      patterns.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The settings by name, in the order of their names. */
  List<String> names() {
    return Stream.concat(
            Stream.of(TownSetting.values()).map(TownSetting::key),
            patterns.stringPropertyNames().stream().filter(name -> !name.endsWith(SENTENCE)))
        .sorted()
        .toList();
  }

  /** What is wrong with a value, as a sentence for who sets it; empty: it fits. */
  Optional<String> misfit(String name, String value) {
    if (value.isBlank()) {
      return Optional.empty();
    }
    return TownSetting.named(name)
        .map(own -> own.accepts(value) ? Optional.<String>empty() : Optional.of(own.rule()))
        .orElseGet(
            () ->
                Pattern.matches(patterns.getProperty(name), value.strip())
                    ? Optional.empty()
                    : Optional.of(patterns.getProperty(name + SENTENCE)));
  }
}
