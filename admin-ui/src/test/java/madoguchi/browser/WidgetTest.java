package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chat in a town's own site: another origin, with a content policy of its own. */
class WidgetTest {

  private static final String SERVER = ChatServer.running().address();

  /** What a careful town's site allows, and all that the widget needs. */
  private static final String POLICY =
      "default-src 'none'; script-src %1$s; connect-src %1$s; frame-src %1$s; style-src 'self'"
          .formatted(SERVER);

  /** One pixel. */
  private static final String PICTURE =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
          + "gg==";

  private HttpServer site;
  private String origin;

  @BeforeEach
  void openTheTownsSite() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    origin = "http://localhost:" + site.getAddress().getPort();
    serve(
        "/widget",
        "<script src=\"%s/widget.js\" data-municipality=\"demo\"></script>".formatted(SERVER));
    serve("/frame", "<iframe title=\"チャット\" src=\"%s/embed/demo\"></iframe>".formatted(SERVER));
    serve(
        "/light",
        "<script src=\"%s/widget.js\" data-municipality=\"demo\" data-theme=\"light\"></script>"
            .formatted(SERVER));
    serve("/link", "<a href=\"%s/chat/demo\">チャットで聞く</a>".formatted(SERVER));
    site.start();
    ChatServer.running().set("web.allowed-origins", origin);
  }

  @AfterEach
  void close() {
    site.stop(0);
  }

  @Test
  void opensOnATownsOwnSiteAndAnswers() {
    try (ChatPage chat = ChatPage.open(origin + "/widget", options -> {})) {
      chat.button("質問する").click();
      ChatPage.see(chat.input());
      assertThat(chat.focused()).isEqualTo("question");
      assertThat(chat.answerTo("ひっこしてきたら何すればいい？")).containsText("14日以内");
      chat.page().reload();
      ChatPage.see(chat.lines("bot").first());
      chat.input().focus();
      chat.page().keyboard().press("Escape");
      assertThat(chat.button("質問する")).isFocused();
      assertThat(chat.errors()).isEmpty();
    }
  }

  @Test
  void isRefusedOnASiteThatTheTownDoesNotKnow() {
    ChatServer.running().set("web.allowed-origins", "https://www.city.aobano.example");
    try (ChatPage chat = ChatPage.open(origin + "/widget", options -> {})) {
      chat.button("質問する").click();
      ChatPage.see(chat.input());
      chat.ask("転入届");
      ChatPage.see(chat.page().locator(".trouble a[href^='tel:']"));
      assertThat(chat.lines("bot")).hasCount(0);
    }
  }

  @Test
  void movesNothingOfThePageItStandsOn() {
    try (ChatPage chat =
        ChatPage.open(origin + "/widget", options -> options.setViewportSize(1280, 800))) {
      chat.page()
          .evaluate(
              """
              () => {
                window.shifted = 0;
                new PerformanceObserver(list => list.getEntries().forEach(e => window.shifted += e.value))
                  .observe({type: 'layout-shift', buffered: true});
              }
              """);
      chat.button("質問する").click();
      ChatPage.see(chat.button("粗大ごみはどのように申し込みますか。"));
      chat.button("閉じる").click();
      assertThat(chat.button("質問する")).isVisible();
      assertThat(((Number) chat.page().evaluate("() => window.shifted")).doubleValue()).isZero();
      Locator paragraph = chat.page().getByText("本文です。");
      assertThat(paragraph.evaluate("p => getComputedStyle(p).color")).isEqualTo("rgb(0, 128, 0)");
    }
  }

  @Test
  void looksAsTheTownHasSetIt() {
    ChatServer.running().set("web.colour", "#006633");
    ChatServer.running().set("web.greeting", "あおば野の窓口です");
    ChatServer.running().set("web.first-questions", "ごみの日は？|住民票がほしい");
    ChatServer.running().set("web.icon", PICTURE);
    try (ChatPage chat = ChatPage.open(origin + "/widget", options -> {})) {
      chat.button("質問する").click();
      ChatPage.see(chat.button("ごみの日は？"));
      assertThat(chat.page().getByText("あおば野の窓口です")).isVisible();
      assertThat(chat.page().getByText("あおば野市 窓口チャット")).isVisible();
      assertThat(chat.button("送信").evaluate("b => getComputedStyle(b).backgroundColor"))
          .isEqualTo("rgb(0, 102, 51)");
      // Drawn, since the town's site allows no pictures of other sites.
      assertThat(chat.page().locator(".bar canvas")).isVisible();
      chat.button("住民票がほしい").click();
      ChatPage.see(chat.lines("bot").first());
      assertThat(chat.errors()).isEmpty();
    } finally {
      for (String name : List.of("colour", "greeting", "first-questions", "icon")) {
        ChatServer.running().set("web." + name, "");
      }
    }
  }

  @Test
  void weighsAtMostFortyKilobytesAsTheBrowserLoadsIt() {
    try (ChatPage chat = ChatPage.open("about:blank", options -> {})) {
      CDPSession devtools = chat.context().newCDPSession(chat.page());
      Set<String> ours = new HashSet<>();
      AtomicInteger bytes = new AtomicInteger();
      devtools.on(
          "Network.responseReceived",
          event -> {
            if (event.getAsJsonObject("response").get("url").getAsString().startsWith(SERVER)) {
              ours.add(event.get("requestId").getAsString());
            }
          });
      devtools.on(
          "Network.loadingFinished",
          event -> {
            if (ours.contains(event.get("requestId").getAsString())) {
              bytes.addAndGet(event.get("encodedDataLength").getAsInt());
            }
          });
      devtools.send("Network.enable");
      chat.page().navigate(origin + "/widget");
      chat.button("質問する").click();
      ChatPage.see(chat.button("粗大ごみはどのように申し込みますか。"));
      chat.page().waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(ours).hasSizeBetween(4, 12);
      assertThat(bytes.get()).isBetween(5_000, 40_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/widget", "/"})
  void staysAboveTheKeyboardOfATelephone(String path) {
    try (ChatPage chat = ChatPage.open(path.equals("/") ? path : origin + path, options -> {})) {
      if (!path.equals("/")) {
        chat.button("質問する").click();
      }
      chat.answerTo("転入届");
      chat.page()
          .evaluate(
              """
              () => {
                Object.defineProperty(visualViewport, 'height', {get: () => 450, configurable: true});
                visualViewport.dispatchEvent(new Event('resize'));
              }
              """);
      for (Locator needed : List.of(chat.tool("職員に相談する"), chat.input())) {
        BoundingBox box = needed.boundingBox();
        assertThat(box.y + box.height).isBetween(1.0, 450.0);
      }
    }
  }

  @Test
  void closesTheQuestionsOfferedBeforeItClosesItself() {
    try (ChatPage chat = ChatPage.open(origin + "/widget", options -> {})) {
      chat.button("質問する").click();
      chat.input().pressSequentially("そだい");
      ChatPage.see(chat.page().locator("[role=option]").first());
      chat.page().keyboard().press("Escape");
      assertThat(chat.page().locator("[role=listbox]")).isHidden();
      assertThat(chat.input()).isFocused();
      assertThat(chat.input()).hasValue("そだい");
      chat.page().keyboard().press("Escape");
      assertThat(chat.button("質問する")).isFocused();
    }
  }

  @ParameterizedTest
  @CsvSource({"/widget,'rgb(26, 26, 26)'", "/light,'rgb(255, 255, 255)'"})
  void followsDarkColoursUnlessTheSiteHasNone(String path, String ground) {
    try (ChatPage chat =
        ChatPage.open(origin + path, options -> options.setColorScheme(ColorScheme.DARK))) {
      chat.button("質問する").click();
      ChatPage.see(chat.input());
      assertThat(
              chat.page()
                  .locator("dialog.panel")
                  .evaluate("panel => getComputedStyle(panel).backgroundColor"))
          .isEqualTo(ground);
    }
  }

  @Test
  void isReachedByAPlainLinkFromASiteThatTheTownHasNotEvenNamed() {
    ChatServer.running().set("web.allowed-origins", "");
    try (ChatPage chat = ChatPage.open(origin + "/link", options -> {})) {
      chat.page().getByText("チャットで聞く").click();
      assertThat(chat.answerTo("ひっこしてきたら何すればいい？")).containsText("14日以内");
      assertThat(chat.errors()).isEmpty();
    }
  }

  @Test
  void isFramedByTheTownsSite() {
    try (ChatPage page = ChatPage.open(origin + "/frame", options -> {})) {
      FrameLocator frame = page.page().frameLocator("iframe");
      frame.getByLabel("質問を入力").fill("転入届");
      frame.getByLabel("質問を入力").press("Enter");
      ChatPage.see(frame.locator(".line[data-from=bot]").first());
      assertThat(frame.locator(".tools").getByText("職員に相談する")).isVisible();
      assertThat(frame.locator(".site nav a")).hasAttribute("target", "_blank");
    }
  }

  @Test
  void isFramedByNobodyElse() {
    ChatServer.running().set("web.allowed-origins", "https://www.city.aobano.example");
    try (ChatPage page = ChatPage.open(origin + "/frame", options -> {})) {
      assertThat(page.page().frameLocator("iframe").getByLabel("質問を入力")).hasCount(0);
    }
  }

  private void serve(String path, String part) {
    byte[] page =
        ("<!DOCTYPE html><html lang=\"ja\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>町のサイト</title>"
                + "<link rel=\"stylesheet\" href=\"/site.css\"><h1>町のサイト</h1><p>本文です。</p>"
                + part)
            .getBytes(StandardCharsets.UTF_8);
    answer(path, "text/html", page);
    answer("/site.css", "text/css", "p { color: green }".getBytes(StandardCharsets.UTF_8));
  }

  private void answer(String path, String type, byte[] body) {
    try {
      site.removeContext(path);
    } catch (IllegalArgumentException none) {
      // not there yet
    }
    site.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }
}
