package madoguchi.server.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * The settings under {@code madoguchi} of {@code application.yml}, the page that explains each.
 *
 * @param dataDir the data directory
 * @param db where the database is
 * @param redis where nodes tell each other what is new
 * @param masterKey 32 bytes in base64; empty: a key file in the data directory
 * @param adminPassword of the first administrator; empty: made up
 * @param synonymsFile a further word list; empty: none
 * @param workers how many conversations are worked on at once, 1 or more
 * @param line LINE's settings by which the default town is seeded
 * @param web the web chat's settings by which the default town is seeded
 */
public record Settings(
    Path dataDir,
    Db db,
    Redis redis,
    String masterKey,
    String adminPassword,
    String synonymsFile,
    int workers,
    Line line,
    Web web) {

  /**
   * Refuses what nothing could run with.
   *
   * @throws Problem when nobody would work
   */
  public Settings {
    if (workers < 1) {
      throw Problem.failed(
          "MADOGUCHI_WORKERS には1以上の数を指定してください。", "MADOGUCHI_WORKERS must be 1 or more.");
    }
  }

  /** The code of the town that every server has. */
  public static final String DEFAULT_TOWN = "demo";

  /**
   * Where the database is.
   *
   * @param url JDBC, such as {@code jdbc:postgresql://host/name}; empty: H2 in the data directory
   */
  public record Db(String url, String user, String password) {

    /** Whether the database is a file that one process at a time may open. */
    public boolean isEmbedded() {
      return url.isBlank();
    }
  }

  /**
   * Where nodes tell each other what is new.
   *
   * @param url such as {@code redis://host:6379}; empty: there is one node
   */
  public record Redis(String url) {}

  /** LINE's settings of the default town; empty ones leave what the town has. */
  public record Line(
      String channelSecret,
      String channelSecretPrevious,
      String channelToken,
      String botUserId,
      String apiBaseUrl,
      String dataBaseUrl) {

    /**
     * Refuses an address that is none, before anybody is sent nowhere.
     *
     * @throws Problem when one does not begin with https:// or http://
     */
    public Line {
      requireAddress("MADOGUCHI_LINE_API_BASE_URL", apiBaseUrl);
      requireAddress("MADOGUCHI_LINE_DATA_BASE_URL", dataBaseUrl);
    }

    private static void requireAddress(String name, String value) {
      if (!value.isBlank() && !value.matches("https?://[^\\s?#]+")) {
        throw Problem.failed(
            name + " には https:// で始まるアドレスを指定してください。",
            name + " must be an address that begins with https://.");
      }
    }

    /** Those that are set, by the names that they have in the town. */
    public Map<String, String> present() {
      Map<String, String> named = new LinkedHashMap<>();
      named.put("line.channel-secret", channelSecret);
      named.put("line.channel-secret-previous", channelSecretPrevious);
      named.put("line.channel-token", channelToken);
      named.put("line.bot-user-id", botUserId);
      named.put("line.api-base-url", apiBaseUrl);
      named.put("line.data-base-url", dataBaseUrl);
      named.values().removeIf(String::isBlank);
      return named;
    }
  }

  /**
   * The web chat's settings of the default town; empty ones leave what the town has.
   *
   * @param iconFile a PNG
   */
  public record Web(
      String allowedOrigins,
      String colour,
      String greeting,
      String firstQuestions,
      String iconFile,
      String completions) {

    /**
     * Those that are set, by the names that they have in the town; the icon with its file's name.
     */
    public Map<String, String> present() {
      Map<String, String> named = new LinkedHashMap<>();
      named.put("web.allowed-origins", allowedOrigins);
      named.put("web.colour", colour);
      named.put("web.greeting", greeting);
      named.put("web.first-questions", firstQuestions);
      named.put("web.icon", iconFile.isBlank() ? "" : "@" + iconFile);
      named.put("web.completions", completions);
      named.values().removeIf(String::isBlank);
      return named;
    }
  }

  /**
   * From a running application's environment.
   *
   * @throws Problem when a value fits nothing
   */
  public static Settings of(Environment environment) {
    Ports.check(environment);
    return Binder.get(environment).bind("madoguchi", Settings.class).get();
  }

  /** From the process's environment and {@code application.yml}, without an application. */
  public static Settings read() {
    StandardEnvironment environment = new StandardEnvironment();
    SettingNames.page().forEach(environment.getPropertySources()::addLast);
    return of(environment);
  }
}
