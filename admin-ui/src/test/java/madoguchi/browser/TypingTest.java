package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Typing Japanese: the Enter that confirms a conversion never sends. */
class TypingTest {

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
  void sendsByEnterAndBreaksTheLineByShiftEnter() {
    chat.input().fill("粗大ごみを");
    chat.input().press("Shift+Enter");
    chat.input().pressSequentially("出したい");
    assertThat(chat.input()).hasValue("粗大ごみを\n出したい");
    chat.input().press("Enter");
    assertThat(chat.input()).hasValue("");
    ChatPage.see(chat.lines("resident").first());
  }

  @Test
  void staysWhileAConversionIsOpenInTheBrowser() {
    CDPSession devtools = chat.context().newCDPSession(chat.page());
    chat.input().focus();
    JsonObject composing = new JsonObject();
    composing.addProperty("text", "ひっこし");
    composing.addProperty("selectionStart", 4);
    composing.addProperty("selectionEnd", 4);
    devtools.send("Input.imeSetComposition", composing);
    chat.page().keyboard().press("Enter");
    assertThat(chat.page().locator(".line")).hasCount(0);
    JsonObject confirmed = new JsonObject();
    confirmed.addProperty("text", "引っ越し");
    devtools.send("Input.insertText", confirmed);
    assertThat(chat.input()).hasValue(java.util.regex.Pattern.compile("引っ越し"));
  }

  @Test
  void knowsTheConfirmingEnterOfEveryBrowser() {
    chat.input().fill("てすと");
    assertThat(enter("{isComposing: true}")).isFalse();
    assertThat(enter("{keyCode: 229}")).isFalse();
    // Safari: the composition ends first, and the very same key comes down at once after it.
    assertThat(enter("{ends: true}")).isFalse();
    chat.input().evaluate("i => i.dispatchEvent(new KeyboardEvent('keyup', {key: 'Enter'}))");
    assertThat(chat.input()).hasValue("てすと");
    assertThat(enter("{}")).isTrue();
    assertThat(chat.input()).hasValue("");
  }

  @Test
  void countsNearTheLimitAndKeepsWhatIsTooLong() {
    chat.input().fill("あ".repeat(799));
    assertThat(chat.page().locator(".count")).hasText("");
    // Characters outside the basic plane count as one, as on the server.
    chat.input().fill("𠮷".repeat(900));
    assertThat(chat.page().locator(".count")).hasText("あと100文字");
    chat.input().fill("あ".repeat(1_010));
    chat.input().press("Enter");
    assertThat(chat.page().locator(".count")).hasText("10文字多すぎます。短く分けて送ってください。");
    assertThat(chat.input()).hasAttribute("aria-invalid", "true");
    assertThat(chat.input().inputValue()).hasSize(1_010);
    assertThat(chat.page().locator(".line")).hasCount(0);
  }

  @Test
  void answersShortMessagesSentInARowInTheirOrder() {
    for (String part : List.of("こんにちは", "ひっこしてきたら何すればいい？", "家が火事です")) {
      chat.input().fill(part);
      chat.input().press("Enter");
    }
    ChatPage.count(chat.lines("bot"), 3);
    assertThat(chat.lines("resident").locator(".bubble").allInnerTexts())
        .containsExactly("こんにちは", "ひっこしてきたら何すればいい？", "家が火事です");
    assertThat(chat.lines("bot").nth(1)).containsText("14日以内");
    assertThat(chat.lines("bot").nth(2).locator("a[href='tel:119']").first()).isVisible();
    assertThat(chat.unsent()).hasCount(0);
  }

  @Test
  void takesAThousandCharactersToTheServer() {
    chat.answerTo("𠮷".repeat(1_000));
    assertThat(chat.page().locator(".trouble")).hasText("");
  }

  @Test
  void sendsNothingWhenNothingIsTyped() {
    for (String blank : List.of("", "  \n ")) {
      chat.input().fill(blank);
      chat.button("送信").click();
      assertThat(chat.page().locator(".count")).hasText("質問を入力してから、送信してください。");
      assertThat(chat.page().locator(".line")).hasCount(0);
      assertThat(chat.focused()).isEqualTo("question");
    }
  }

  /** Whether an Enter of this kind sent: its own effect was prevented. */
  private boolean enter(String kind) {
    return (boolean)
        chat.input()
            .evaluate(
                """
                input => {
                  const kind = %s;
                  if (kind.ends) input.dispatchEvent(new CompositionEvent('compositionend'));
                  const key = new KeyboardEvent('keydown', {key: 'Enter', cancelable: true, ...kind});
                  if (kind.keyCode) Object.defineProperty(key, 'keyCode', {value: kind.keyCode});
                  input.dispatchEvent(key);
                  return key.defaultPrevented;
                }
                """
                    .formatted(kind));
  }
}
