package madoguchi.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.Server;
import madoguchi.server.seed.FirstAdministrator;
import madoguchi.staff.account.Passwords;
import madoguchi.staff.account.StaffAccounts;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real server on an embedded database in a directory of its own, with the demo town and a
 * second one. One for all tests of this JVM; they share it by speaking in conversations of their
 * own.
 */
public final class TownHall {

  public static final String PASSWORD = "aobano-no-himitsu";
  public static final String LINE_SECRET = "demo-line-secret";
  public static final MunicipalityCode SECOND = new MunicipalityCode("minato");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static TownHall only;

  private final Path data;
  private final ConfigurableApplicationContext server;
  private final HttpClient http = HttpClient.newHttpClient();

  private TownHall() {
    try {
      data = Files.createTempDirectory("madoguchi-acceptance");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    server =
        SpringApplication.run(
            Server.class,
            "--server.port=0",
            "--management.server.port=0",
            "--madoguchi.data-dir=" + data,
            "--madoguchi.admin-password=" + PASSWORD,
            "--madoguchi.line.channel-secret=" + LINE_SECRET,
            "--madoguchi.line.channel-token=demo-line-token",
            // Nobody listens there: replies are tried in vain.
            "--madoguchi.line.api-base-url=http://127.0.0.1:9");
    bean(Municipalities.class)
        .store(
            new Municipality(
                SECOND,
                "みなと町",
                "0000-99-0000",
                "平日 9時〜17時",
                List.of(new Department("soumu", "総務課", "0000-99-0001", "1階", "平日")),
                Map.of()));
    bean(FaqCatalog.class)
        .store(SECOND, List.of(FaqEntry.of("minato-1", "フェリーの時刻を知りたい", "フェリーは毎時0分に出ます。")), "test");
    new FirstAdministrator(bean(StaffAccounts.class), bean(Passwords.class), Clock.systemUTC())
        .appoint(SECOND, PASSWORD);
  }

  /** The running one. */
  public static synchronized TownHall open() {
    if (only == null) {
      only = new TownHall();
    }
    return only;
  }

  /** A part of the running server. */
  public <T> T bean(Class<T> type) {
    return server.getBean(type);
  }

  /** Its database's directory. */
  public Path data() {
    return data;
  }

  /** An address of it. */
  public URI at(String path) {
    return URI.create(
        "http://localhost:" + server.getEnvironment().getProperty("local.server.port") + path);
  }

  /** An address on the operator's port. */
  public URI atManagement(String path) {
    return URI.create(
        "http://localhost:" + server.getEnvironment().getProperty("local.management.port") + path);
  }

  /** Sends without cookies. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(http, request);
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(at(path)));
  }

  /** A resident with a fresh conversation. */
  public Resident resident(String municipality) {
    return new Resident(this, municipality);
  }

  /** Somebody of the staff with a browser of their own. */
  public Clerk clerk() {
    return new Clerk(this, HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
  }

  static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
    HttpRequest built = request.timeout(Duration.ofSeconds(30)).build();
    try {
      try {
        return http.send(built, HttpResponse.BodyHandlers.ofString());
      } catch (IOException closed) {
        // The server has closed a connection that was kept, before it had read anything of this.
        return http.send(built, HttpResponse.BodyHandlers.ofString());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }
}
