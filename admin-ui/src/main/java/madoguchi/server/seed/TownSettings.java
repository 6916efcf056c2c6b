package madoguchi.server.seed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import madoguchi.channel.web.TownSetting;
import madoguchi.server.settings.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings on their way to a town: known by name, read from files, and of the right form. */
public final class TownSettings {

  private static final Logger LOG = LoggerFactory.getLogger(TownSettings.class);

  private static final SettingRules RULES = new SettingRules();

  private TownSettings() {}

  /** A value as it is stored; one that begins with @ is the content of the file of that name. */
  public static String value(String name, String given) {
    if (!RULES.names().contains(name)) {
      throw Problem.badInput(
          "設定「%s」はありません。使えるのは %s です。".formatted(name, String.join("、", RULES.names())),
          "There is no such setting: see docs/web-chat.md and docs/line.md.");
    }
    String value = given.startsWith("@") ? read(name, given.substring(1)) : given;
    RULES
        .misfit(name, value)
        .ifPresent(
            rule -> {
              throw Problem.badInput(name + "：" + rule, "The value does not fit.");
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
}
