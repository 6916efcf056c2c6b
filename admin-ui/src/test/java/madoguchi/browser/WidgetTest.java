package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chat in a town's own site: another origin, with a content policy of its own. */
class WidgetTest {

  private static final String SERVER = ChatServer.running().address();

  /** What a careful town's site allows, and all that the widget needs. */
  private static final String POLICY =
      "default-src 'none'; script-src %1$s; connect-src %1$s; frame-src %1$s; style-src 'self'"
          .formatted(SERVER);

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
      assertThat(chat.answerTo("転入届")).containsText("14日以内");
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
      assertThat(((Number) chat.page().evaluate("() => window.shifted")).doubleValue())
          .isLessThan(0.01);
      Locator paragraph = chat.page().getByText("本文です。");
      assertThat(paragraph.evaluate("p => getComputedStyle(p).color")).isEqualTo("rgb(0, 128, 0)");
    }
  }

  @Test
  void isFramedByTheTownsSite() {
    try (ChatPage page = ChatPage.open(origin + "/frame", options -> {})) {
      FrameLocator frame = page.page().frameLocator("iframe");
      frame.getByLabel("質問を入力").fill("転入届");
      frame.getByLabel("質問を入力").press("Enter");
      ChatPage.see(frame.locator(".line[data-from=bot]").first());
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
