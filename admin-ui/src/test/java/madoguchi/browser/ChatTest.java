package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a resident comes for: asking, choosing, asking for a person, going on, and leaving. */
class ChatTest {

  private ChatPage chat;

  @BeforeEach
  void open() {
    chat = ChatPage.open();
  }

  @AfterEach
  void close() {
    assertThat(chat.errors()).isEmpty();
    chat.close();
  }

  @Test
  void answersAndGivesTheSource() {
    Locator answer = chat.answerTo("ひっこしてきたら何すればいい？");
    assertThat(answer).containsText("住み始めた日から14日以内");
    Locator source = answer.locator(".sources a");
    assertThat(source.first())
        .hasAttribute(
            "href", Pattern.compile("https://www\\.city\\.aobano\\.example/.*hikkoshi.*"));
    assertThat(source.first()).hasAttribute("rel", "noopener noreferrer");
    assertThat(answer.locator("a[href^='tel:']").first()).isVisible();
    assertThat(answer.locator("ul li").first()).isVisible();
  }

  @Test
  void showsTheTownAndFirstQuestionsBeforeAnythingIsTyped() {
    ChatPage.see(chat.button("粗大ごみはどのように申し込みますか。"));
    assertThat(chat.page()).hasTitle(Pattern.compile("あおば野市"));
    assertThat(chat.page().locator(".welcome")).containsText("個人番号（マイナンバー）");
    chat.button("粗大ごみはどのように申し込みますか。").click();
    ChatPage.see(chat.lines("bot").first());
  }

  @Test
  void showsMarkupAsTheTextItIs() {
    String wild = "<img src=x onerror=\"document.title='broken'\"><b>太字</b>";
    chat.answerTo(wild);
    assertThat(chat.lines("resident").first().locator(".bubble")).containsText(wild);
    assertThat(chat.page().locator(".bubble img, .bubble b")).hasCount(0);
    assertThat(chat.page()).hasTitle(Pattern.compile("あおば野市"));
  }

  @Test
  void takesAChoiceThatWasOffered() {
    Locator question = chat.answerTo("住民税");
    assertThat(question.locator(".choices button").last()).hasText("どれでもない");
    Locator choice = question.locator(".choices button").first();
    String label = choice.innerText();
    choice.click();
    ChatPage.count(chat.lines("bot"), 2);
    assertThat(chat.lines("resident").nth(1).locator(".bubble")).hasText(label);
    assertThat(chat.lines("bot").nth(1).locator(".sources")).containsText("税");
  }

  @Test
  void offersAPersonWhenNoChoiceIsMeant() {
    chat.answerTo("住民税").getByText("どれでもない").click();
    ChatPage.see(chat.lines("bot").nth(1).getByText("職員に相談する"));
  }

  @Test
  void opensACaseFromTheButtonThatIsAlwaysInReach() {
    assertThat(chat.tool("職員に相談する")).isInViewport();
    chat.tool("職員に相談する").click();
    Locator answer = chat.lines("bot").first();
    ChatPage.see(answer);
    assertThat(answer).containsText("受け付けました");
    assertThat(answer.locator("a[href^='tel:']").first()).isVisible();
    ChatPage.see(chat.page().getByText("職員への相談を受け付けています。"));
  }

  @Test
  void masksANumberThatShouldNotHaveBeenTyped() {
    chat.answerTo("マイナンバーは123456789018です");
    assertThat(chat.lines("resident").first()).not().containsText("123456789018");
    assertThat(chat.unsent()).hasCount(0);
  }

  @Test
  void understandsSeveralMessagesInTheirOrder() {
    List<String> asked = List.of("こんにちは", "粗大ごみの出し方", "ありがとう");
    asked.forEach(chat::ask);
    ChatPage.count(chat.lines("resident"), 3);
    ChatPage.count(chat.unsent(), 0);
    assertThat(chat.lines("resident").locator(".bubble").allInnerTexts()).isEqualTo(asked);
    Object order =
        chat.page()
            .locator(".line[data-id]")
            .evaluateAll("all => all.map(line => line.dataset.from).join()");
    assertThat(order).asString().matches("resident(,bot)+,resident(,bot)+,resident(,bot)+");
  }

  @Test
  void goesOnAfterAReloadWithoutLosingOrRepeatingALine() {
    chat.answerTo("転入届");
    List<String> before = chat.page().locator(".line[data-id] .bubble").allInnerTexts();
    chat.page().reload();
    ChatPage.count(chat.page().locator(".line[data-id]"), before.size());
    assertThat(chat.page().locator(".line[data-id] .bubble").allInnerTexts()).isEqualTo(before);
    chat.answerTo("粗大ごみの出し方");
    assertThat(chat.lines("resident")).hasCount(2);
  }

  @Test
  void forgetsTheConversationWhenTheWindowIsClosed() {
    chat.answerTo("転入届");
    assertThat(chat.page().evaluate("() => localStorage.length")).isEqualTo(0);
    chat.page().close();
    assertThat(chat.context().cookies()).isEmpty();
    ChatPage fresh = ChatPage.open();
    ChatPage.see(fresh.button("粗大ごみはどのように申し込みますか。"));
    assertThat(fresh.page().locator(".line")).hasCount(0);
    fresh.close();
  }

  @Test
  void endsAndErasesTheConversationOnceItIsConfirmed() {
    chat.answerTo("転入届");
    chat.tool("この会話を終えて消す").click();
    chat.button("やめる").click();
    assertThat(chat.lines("bot").first()).isVisible();
    String readAgain =
        """
        ({id, token}) => fetch(`/api/v1/demo/conversations/${id}/messages`,
          {headers: {Authorization: `Bearer ${token}`}}).then(answer => answer.status)
        """;
    Object session =
        chat.page()
            .evaluate(
                """
                () => JSON.parse(sessionStorage.getItem(
                  Object.keys(sessionStorage).find(key => key.endsWith(':session'))))
                """);
    assertThat(chat.page().evaluate(readAgain, session)).isEqualTo(200);
    chat.tool("この会話を終えて消す").click();
    chat.button("終えて消す").click();
    ChatPage.count(chat.page().locator(".line"), 0);
    assertThat(chat.page().evaluate(readAgain, session)).as("gone from the server").isEqualTo(401);
    assertThat(chat.page().getByText("会話を終えて消しました。")).isVisible();
    chat.page().reload();
    ChatPage.see(chat.button("粗大ごみはどのように申し込みますか。"));
    assertThat(chat.page().locator(".line")).hasCount(0);
  }

  @Test
  void takesAVoteAndGivesTheTextAway() {
    Locator answer = chat.answerTo("ひっこしてきたら何すればいい？");
    Locator vote = answer.getByText("役に立った", new Locator.GetByTextOptions().setExact(true));
    vote.click();
    assertThat(vote).hasAttribute("aria-pressed", "true");
    assertThat(answer.locator(".told")).hasText("ありがとうございます。");
    answer.getByText("コピー").click();
    assertThat(answer.locator(".told")).hasText("コピーしました");
    assertThat(chat.page().evaluate("() => navigator.clipboard.readText()"))
        .asString()
        .contains("転入届");
  }

  @Test
  void givesHotLinesToTapInDanger() {
    Locator answer = chat.answerTo("家が火事です");
    assertThat(answer.locator("a[href='tel:119']").first()).isVisible();
    assertThat(answer.locator(".sources")).hasCount(0);
    assertThat(answer.locator(".choices button")).hasText("職員に相談する");
  }
}
