package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions offered while one types: found quickly, and never in the way. */
class CompletionsTest {

  private final List<Request> lookUps = new CopyOnWriteArrayList<>();
  private ChatPage chat;
  private Locator list;
  private Locator options;

  @BeforeEach
  void open() {
    look(ChatPage.open());
  }

  private void look(ChatPage at) {
    if (chat != null) {
      chat.close();
    }
    chat = at;
    list = chat.page().locator("[role=listbox]");
    options = chat.page().locator("[role=option]");
    lookUps.clear();
    chat.page()
        .onRequest(
            request -> {
              if (request.url().contains("/completions")) {
                lookUps.add(request);
              }
            });
    ChatPage.see(chat.input());
  }

  @AfterEach
  void close() {
    assertThat(chat.errors()).isEmpty();
    chat.close();
  }

  @Test
  void offersQuestionsByKanjiKanaAndRomaji() {
    List<List<String>> all =
        List.of(
            List.of("じゅうm", "住民"),
            List.of("粗大", "粗大"),
            List.of("jumin", "住民"),
            List.of("そだい", "粗大"),
            List.of("jyuumin", "住民"));
    for (List<String> one : all) {
      lookUps.clear();
      chat.input().clear();
      assertThat(list).isHidden();
      chat.input().pressSequentially(one.getFirst());
      ChatPage.see(options.first());
      for (String question : options.allInnerTexts()) {
        assertThat(question).as(one.getFirst()).contains(one.getLast());
      }
      assertThat(lookUps).as("one look-up for letters in a row").hasSize(1);
      assertThat(lookUps.getFirst().method()).isEqualTo("POST");
      assertThat(lookUps.getFirst().url()).endsWith("/api/v1/demo/completions");
    }
  }

  @Test
  void isReachedByArrowsAndSentByEnter() {
    chat.input().pressSequentially("そだい");
    ChatPage.see(options.first());
    assertThat(chat.input()).hasAttribute("aria-expanded", "true");
    assertThat(chat.input()).hasAttribute("aria-controls", "completions");
    press("ArrowUp");
    assertThat(options.last()).hasAttribute("aria-selected", "true");
    press("ArrowDown");
    assertThat(list.locator("[aria-selected=true]")).hasCount(0);
    assertThat(chat.input()).not().hasAttribute("aria-activedescendant", Pattern.compile(".*"));
    press("ArrowDown");
    press("ArrowDown");
    assertThat(options.nth(1)).hasAttribute("aria-selected", "true");
    assertThat(chat.input()).hasAttribute("aria-activedescendant", "completion-1");
    assertThat(chat.input()).isFocused();
    String question = options.nth(1).innerText();
    press("Enter");
    assertThat(chat.input()).hasValue("");
    assertThat(list).isHidden();
    assertThat(chat.input()).isFocused();
    ChatPage.see(chat.lines("bot").first());
    assertThat(chat.lines("resident").first().locator(".bubble")).hasText(question);
    assertThat(chat.lines("bot").first().locator(".sources")).containsText(question);
  }

  @Test
  void isNotInTheWayOfTheEnterThatSends() {
    chat.input().pressSequentially("そだい");
    ChatPage.see(options.first());
    press("Enter");
    assertThat(list).isHidden();
    ChatPage.see(chat.lines("bot").first());
    assertThat(chat.lines("resident").first().locator(".bubble")).hasText("そだい");
  }

  @Test
  void closesByEscapeByMovingOnAndByGoingBackToTheWords() {
    chat.input().pressSequentially("そだい");
    ChatPage.see(options.first());
    press("Escape");
    assertThat(list).isHidden();
    assertThat(chat.input()).hasAttribute("aria-expanded", "false");
    assertThat(chat.input()).hasValue("そだい");
    press("Backspace");
    ChatPage.see(options.first());
    press("ArrowDown");
    press("ArrowLeft");
    assertThat(list.locator("[aria-selected=true]")).hasCount(0);
    press("Tab");
    assertThat(list).isHidden();
    assertThat(chat.input()).hasValue("そだ");
    assertThat(chat.page().locator(".line")).hasCount(0);
  }

  @Test
  void isTakenByAFinger() {
    chat.input().pressSequentially("jumin");
    ChatPage.see(options.first());
    String question = options.first().innerText();
    options.first().click();
    ChatPage.see(chat.lines("bot").first());
    assertThat(chat.lines("resident").first().locator(".bubble")).hasText(question);
    assertThat(chat.input()).isFocused();
  }

  @Test
  void waitsForTheEndOfAConversion() {
    chat.page().clock().install();
    CDPSession devtools = chat.context().newCDPSession(chat.page());
    chat.input().focus();
    JsonObject composing = new JsonObject();
    composing.addProperty("text", "じゅうみん");
    composing.addProperty("selectionStart", 5);
    composing.addProperty("selectionEnd", 5);
    devtools.send("Input.imeSetComposition", composing);
    chat.page().clock().runFor(600);
    assertThat(lookUps).isEmpty();
    JsonObject confirmed = new JsonObject();
    confirmed.addProperty("text", "住民");
    devtools.send("Input.insertText", confirmed);
    ChatPage.see(options.first());
    assertThat(lookUps).hasSize(1);
    assertThat(lookUps.getFirst().postData()).isEqualTo("{\"query\":\"住民\"}");
    // The next conversion takes the keys; the list is gone while it is open.
    devtools.send("Input.imeSetComposition", composing);
    assertThat(list).isHidden();
    press("ArrowDown");
    press("Enter");
    assertThat(chat.page().locator(".line")).hasCount(0);
  }

  @Test
  void sendsNothingForOneCharacterForManyAndForSeveralLines() {
    chat.page().clock().install();
    chat.input().pressSequentially("粗");
    chat.page().clock().runFor(600);
    chat.input().fill("𠮷");
    chat.page().clock().runFor(600);
    chat.input().fill("　粗 ");
    chat.page().clock().runFor(600);
    chat.input().fill("あ".repeat(101));
    chat.page().clock().runFor(600);
    chat.input().fill("粗大\nごみ");
    chat.page().clock().runFor(600);
    assertThat(lookUps).isEmpty();
    assertThat(list).isHidden();
  }

  @Test
  void saysHowManyThereAreAndShowsThemInTheAccessibilityTree() {
    Locator status = chat.page().locator(".form [role=status]");
    chat.input().pressSequentially("そだい");
    ChatPage.see(options.first());
    int count = options.count();
    assertThat(status).hasText("候補が" + count + "件あります。上下の矢印キーで選べます。");
    assertThat(chat.page().locator("body").ariaSnapshot())
        .contains("combobox \"質問を入力\" [expanded]", "listbox \"よくある質問の候補", "option \"粗大ごみ");
    press("Escape");
    assertThat(status).hasText("");
  }

  @ParameterizedTest
  @CsvSource({"320,640", "320,256", "375,420", "1280,800"})
  void fitsTheWindow(int width, int height) {
    chat.page().setViewportSize(width, height);
    chat.input().pressSequentially("そだい");
    ChatPage.see(options.first());
    for (int i = 0; i < options.count(); i++) {
      press("ArrowDown");
      BoundingBox option = options.nth(i).boundingBox();
      assertThat(option.height).isGreaterThanOrEqualTo(44);
      assertThat(option.y).isGreaterThanOrEqualTo(-1);
      assertThat(option.y + option.height).isLessThanOrEqualTo(height + 1);
      assertThat(option.x + option.width).isLessThanOrEqualTo(width);
    }
    assertThat(chat.page().evaluate("document.documentElement.scrollWidth - window.innerWidth"))
        .isEqualTo(0);
  }

  @Test
  void isSilentWhenTheServerHasNoTimeAndLetsOneAsk() {
    chat.page()
        .route(
            "**/completions",
            route -> route.fulfill(new Route.FulfillOptions().setStatus(429).setBody("{}")));
    chat.page().waitForResponse("**/completions", () -> chat.input().pressSequentially("そだい"));
    assertThat(list).isHidden();
    assertThat(chat.page().locator(".trouble")).hasText("");
    press("Enter");
    ChatPage.see(chat.lines("bot").first());
  }

  @Test
  void doesNotComeBackWhenItsAnswerIsLate() {
    Route[] held = new Route[1];
    chat.page().route("**/completions", route -> held[0] = route);
    chat.page().waitForRequest("**/completions", () -> chat.input().pressSequentially("そだい"));
    press("Enter");
    ChatPage.see(chat.lines("bot").first());
    chat.page().waitForResponse("**/completions", () -> held[0].resume());
    chat.page().evaluate("() => new Promise(done => requestAnimationFrame(done))");
    assertThat(list).isHidden();
  }

  @Test
  void isOffWhereTheTownDoesNotWantIt() {
    ChatServer.running().set("web.completions", "off");
    try {
      look(ChatPage.open());
      chat.page().clock().install();
      chat.input().pressSequentially("そだい");
      chat.page().clock().runFor(600);
      assertThat(lookUps).isEmpty();
      assertThat(chat.input()).not().hasAttribute("role", "combobox");
    } finally {
      ChatServer.running().set("web.completions", "on");
    }
  }

  private void press(String key) {
    chat.page().keyboard().press(key);
  }
}
