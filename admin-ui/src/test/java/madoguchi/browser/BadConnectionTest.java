package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trains, tunnels, gateways and second tabs: nothing is lost, nothing is said twice. */
class BadConnectionTest {

  private static final String MESSAGES = "**/conversations/*/messages";

  private ChatPage chat;

  @BeforeEach
  void open() {
    chat = ChatPage.open();
    ChatPage.see(chat.input());
  }

  @AfterEach
  void close() {
    assertThat(chat.errors()).isEmpty();
    chat.close();
  }

  @Test
  void keepsTheQuestionAndSaysWhomToCallWhileTheNetworkIsGone() {
    chat.context().setOffline(true);
    chat.ask("転入届");
    Locator trouble = chat.page().locator(".trouble");
    ChatPage.see(trouble);
    assertThat(trouble).containsText("つながっていません");
    assertThat(trouble.locator("a[href='tel:0000123000']")).isVisible();
    assertThat(chat.unsent()).containsText("まだ届いていません");
    chat.context().setOffline(false);
    ChatPage.see(chat.lines("bot").first());
    assertThat(trouble).hasText("");
    assertThat(chat.lines("resident")).hasCount(1);
  }

  @Test
  void asksOnceAlthoughTheReplyWasLostOnTheWay() {
    AtomicInteger posts = new AtomicInteger();
    chat.page()
        .route(
            MESSAGES,
            route -> {
              if (route.request().method().equals("POST") && posts.incrementAndGet() <= 2) {
                route.fetch(); // it arrives, but the browser never hears of it
                route.abort();
              } else {
                route.resume();
              }
            });
    chat.ask("転入届");
    ChatPage.see(chat.lines("bot").first());
    ChatPage.count(chat.unsent(), 0);
    chat.page().reload();
    ChatPage.see(chat.lines("bot").first());
    assertThat(chat.lines("resident")).hasCount(1);
  }

  @Test
  void goesOnWhenTheNetworkGoesInTheMiddleOfAnAnswer() {
    AtomicInteger posts = new AtomicInteger();
    chat.page().route("**/events", Route::abort); // an open stream outlives the browser's switch
    chat.page()
        .route(
            MESSAGES,
            route -> {
              if (route.request().method().equals("POST") && posts.incrementAndGet() == 1) {
                route.fetch(); // answered there, but the train is in the tunnel
                chat.context().setOffline(true);
                route.abort();
              } else {
                route.resume();
              }
            });
    chat.ask("転入届");
    ChatPage.see(chat.page().locator(".trouble").getByText("つながっていません"));
    chat.context().setOffline(false);
    ChatPage.see(chat.lines("bot").first());
    ChatPage.count(chat.unsent(), 0);
    assertThat(chat.lines("bot")).hasCount(1);
    assertThat(chat.lines("resident")).hasCount(1);
    assertThat(chat.page().locator(".trouble")).hasText("");
  }

  @Test
  void leavesTheFocusWhereItIsWhileItTriesAgain() {
    AtomicInteger posts = new AtomicInteger();
    chat.page()
        .route(
            MESSAGES,
            route -> {
              posts.incrementAndGet();
              route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{}"));
            });
    chat.page().clock().install();
    chat.ask("転入届");
    ChatPage.see(chat.button("もう一度送る"));
    chat.button("もう一度送る").focus();
    for (int tries = 2; tries < 5; tries++) {
      chat.page().waitForResponse(MESSAGES, () -> chat.page().clock().fastForward(30_000));
      assertThat(chat.button("もう一度送る")).isFocused();
    }
    assertThat(posts).hasValueGreaterThan(3);
    chat.page().unroute(MESSAGES);
    chat.page().keyboard().press("Enter");
    ChatPage.see(chat.lines("bot").first());
    ChatPage.count(chat.unsent(), 0);
    assertThat(chat.input()).isFocused();
  }

  @Test
  void triesAgainWhenTheServerCannotStore() {
    AtomicInteger posts = new AtomicInteger();
    chat.page()
        .route(
            MESSAGES,
            route -> {
              if (route.request().method().equals("POST") && posts.incrementAndGet() == 1) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{}"));
              } else {
                route.resume();
              }
            });
    chat.ask("転入届");
    ChatPage.see(chat.page().locator(".trouble a[href^='tel:']"));
    chat.button("もう一度送る").click();
    ChatPage.see(chat.lines("bot").first());
    assertThat(posts).hasValueGreaterThan(1);
  }

  @Test
  void saysThatManyAskAndSendsAgainWhenItWasToldTo() {
    AtomicInteger posts = new AtomicInteger();
    chat.page()
        .route(
            MESSAGES,
            route -> {
              if (route.request().method().equals("POST") && posts.incrementAndGet() == 1) {
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(429)
                        .setHeaders(Map.of("Retry-After", "40"))
                        .setBody("{}"));
              } else {
                route.resume();
              }
            });
    chat.page().clock().install();
    chat.ask("転入届");
    ChatPage.see(chat.page().locator(".trouble").getByText("いま混み合っています"));
    assertThat(chat.page().locator(".trouble a[href='tel:0000123000']")).isVisible();
    assertThat(chat.unsent()).containsText("まだ届いていません");
    chat.page().clock().fastForward(30_000);
    assertThat(posts).hasValue(1);
    chat.page().clock().fastForward(11_000);
    ChatPage.see(chat.lines("bot").first());
    ChatPage.count(chat.unsent(), 0);
    assertThat(chat.page().locator(".trouble")).hasText("");
    assertThat(posts).hasValue(2);
  }

  @Test
  void putsBackWhatTheServerRefuses() {
    chat.page()
        .route(
            MESSAGES,
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(400)
                        .setContentType("application/problem+json")
                        .setBody("{\"detail\": \"短く分けて送ってください。\"}")));
    chat.ask("転入届");
    ChatPage.see(chat.page().locator(".trouble").getByText("短く分けて送ってください。"));
    assertThat(chat.input()).hasValue("転入届");
    assertThat(chat.unsent()).hasCount(0);
  }

  @Test
  void waitsForAnAnswerThatTakesLong() {
    AtomicInteger posts = new AtomicInteger();
    chat.page().route("**/events", Route::abort);
    chat.page()
        .route(
            MESSAGES,
            route -> {
              if (route.request().method().equals("POST") && posts.incrementAndGet() == 1) {
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(202)
                        .setContentType("application/json")
                        .setBody("{\"outcome\": \"pending\", \"messages\": []}"));
              } else {
                route.resume();
              }
            });
    chat.ask("転入届");
    ChatPage.see(chat.page().locator(".typing"));
    ChatPage.see(chat.lines("bot").first());
    assertThat(chat.lines("resident")).hasCount(1);
    assertThat(chat.page().locator(".typing")).isHidden();
  }

  @Test
  void finishesAfterAReloadWhatWasOnItsWay() {
    chat.page().route(MESSAGES, route -> route.abort());
    chat.ask("転入届");
    ChatPage.see(chat.unsent().getByText("まだ届いていません"));
    chat.page().unroute(MESSAGES);
    chat.page().reload();
    ChatPage.see(chat.lines("bot").first());
    ChatPage.count(chat.unsent(), 0);
    assertThat(chat.lines("resident")).hasCount(1);
  }

  @Test
  void asksEveryFewSecondsWhereAGatewaySwallowsTheEvents() {
    chat.page().route("**/events", Route::abort);
    chat.answerTo("こんにちは");
    ChatPage second = chat.secondTab();
    ChatPage.see(second.lines("bot").first());
    second.answerTo("転入届");
    ChatPage.count(chat.lines("resident"), 2);
    assertThat(chat.page().locator(".line[data-id] .bubble").allInnerTexts())
        .isEqualTo(second.page().locator(".line[data-id] .bubble").allInnerTexts());
  }

  @Test
  void sharesTheConversationWithASecondTab() {
    chat.answerTo("こんにちは");
    ChatPage second = chat.secondTab();
    ChatPage.see(second.lines("bot").first());
    second.answerTo("転入届");
    ChatPage.count(chat.lines("bot"), second.lines("bot").count());
    second.tool("この会話を終えて消す").click();
    second.button("終えて消す").click();
    ChatPage.count(chat.page().locator(".line"), 0);
    chat.answerTo("転入届");
    assertThat(chat.lines("resident")).hasCount(1);
    assertThat(List.of(second.errors())).isEqualTo(List.of(List.of()));
  }

  @Test
  void saysInANewConversationWhatTheOldOneCanNoLongerTake() {
    chat.answerTo("こんにちは");
    chat.page()
        .evaluate(
            """
            async () => {
              const key = Object.keys(sessionStorage).find(k => k.endsWith(':session'));
              const {id, token} = JSON.parse(sessionStorage.getItem(key));
              await fetch(`/api/v1/demo/conversations/${id}`,
                {method: 'DELETE', headers: {Authorization: `Bearer ${token}`}});
            }
            """);
    chat.ask("転入届");
    ChatPage.see(chat.lines("bot").getByText("転入届").first());
    ChatPage.count(chat.lines("resident"), 1);
  }
}
