package madoguchi.server.seed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import madoguchi.channel.web.TownSetting;
import madoguchi.server.settings.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings on their way to a town: known by name, read from files, and of the right form. */
public final class TownSettings {

  private static final Logger LOG = LoggerFactory.getLogger(TownSettings.class);

  /** LINE's door knows what its own mean. */
  private static final Pattern LINE = Pattern.compile("line\\.[a-z-]{1,40}");

  private TownSettings() {}

  /** A value as it is stored; one that begins with @ is the content of the file of that name. */
  public static String value(String name, String given) {
    if (!LINE.matcher(name).matches() && TownSetting.named(name).isEmpty()) {
      throw Problem.badInput(
          "設定「%s」はありません。使えるのは %s と line.… です。".formatted(name, names()),
          "There is no such setting: see docs/web-chat.md.");
    }
    String value = given.startsWith("@") ? read(name, given.substring(1)) : given;
    TownSetting.named(name)
        .filter(setting -> !setting.accepts(value))
        .ifPresent(
            setting -> {
              throw Problem.badInput(name + "：" + setting.rule(), "The value does not fit.");
            });
    return value;
  }

  /** Those that fit, as they are stored; the others are named in the log and left out. */
  static Map<String, String> fit(Map<String, String> given) {
    Map<String, String> fit = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          try {
            fit.put(name, value(name, value));
          } catch (Problem misfit) {
            LOG.warn("a setting of the environment is left out: {}", misfit.getMessage());
          }
        });
    return fit;
  }

  private static String read(String name, String file) {
    try {
      byte[] content = Files.readAllBytes(Path.of(file));
      return name.equals(TownSetting.ICON.key())
          ? Base64.getEncoder().encodeToString(content)
          : new String(content, StandardCharsets.UTF_8).strip();
    } catch (IOException | InvalidPathException unreadable) {
      throw Problem.badInput(
          "%s：ファイル「%s」を読めません。".formatted(name, file), "The file cannot be read.");
    }
  }

  private static String names() {
    return Arrays.stream(TownSetting.values())
        .map(TownSetting::key)
        .collect(Collectors.joining("、"));
  }
}
