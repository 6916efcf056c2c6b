package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything a resident comes for, from the first question to the erasure, by keyboard alone: on a
 * telephone, at 320 px, and on a small notebook enlarged to 200 % and 400 %. Whatever has the focus
 * can be seen.
 */
class TasksTest {

  private ChatPage chat;

  @ParameterizedTest
  @CsvSource({"390,844", "320,640", "640,400", "320,256"})
  void areFinishedByKeyboardAlone(int width, int height) {
    chat = ChatPage.open("/", options -> options.setViewportSize(width, height));
    asks();
    chooses();
    saysThatItHelped();
    copies();
    asksForAPerson();
    erases();
    assertThat(chat.errors()).isEmpty();
    assertThat(chat.page().evaluate("document.documentElement.scrollWidth - window.innerWidth"))
        .isEqualTo(0);
  }

  @AfterEach
  void close() {
    chat.close();
  }

  private void asks() {
    go("Tab", "question");
    chat.page().keyboard().type("住民税");
    chat.page().keyboard().press("Enter");
    ChatPage.see(chat.lines("bot").first());
  }

  private void chooses() {
    go("Shift+Tab", chat.lines("bot").first().locator(".choices button").first().innerText());
    press("Enter");
    ChatPage.see(chat.lines("bot").nth(1));
  }

  private void saysThatItHelped() {
    Locator answer = chat.lines("bot").nth(1);
    go("Tab", "役に立った");
    press("Space");
    assertThat(answer.locator(".told")).hasText("ありがとうございます。");
  }

  private void copies() {
    go("Tab", "コピー");
    press("Enter");
    assertThat(chat.lines("bot").nth(1).locator(".told")).hasText("コピーしました");
  }

  private void asksForAPerson() {
    go("Tab", "職員に相談する");
    press("Enter");
    ChatPage.see(chat.lines("bot").nth(2).getByText("受け付けました"));
    assertThat(chat.focused().strip()).isEqualTo("職員に相談する");
  }

  private void erases() {
    go("Tab", "この会話を終えて消す");
    press("Enter");
    go("Tab", "終えて消す");
    press("Enter");
    ChatPage.count(chat.page().locator(".line"), 0);
    assertThat(chat.input()).isFocused();
    ChatPage.see(chat.page().getByText("会話を終えて消しました。"));
  }

  private void go(String key, String name) {
    for (int presses = 0; presses < 60; presses++) {
      if (chat.focused().strip().equals(name)) {
        return;
      }
      press(key);
      seen();
    }
    throw new AssertionError(name + " is not reached by " + key);
  }

  private void press(String key) {
    chat.page().keyboard().press(key);
  }

  /** WCAG 2.2, 2.4.11: what has the focus is not hidden entirely by something that sticks. */
  private void seen() {
    Page page = chat.page();
    page.waitForFunction(
        """
        () => {
          let active = document.activeElement;
          while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
          if (active === document.body || active.localName === 'main') return true;
          const box = active.getBoundingClientRect();
          const at = (x, y) => {
            let top = document.elementFromPoint(x, y);
            while (top?.shadowRoot) {
              const inner = top.shadowRoot.elementFromPoint(x, y);
              if (!inner || inner === top) break;
              top = inner;
            }
            return top;
          };
          return [0.1, 0.5, 0.9].some(x => [0.1, 0.5, 0.9].some(y => {
            const top = at(box.left + box.width * x, box.top + box.height * y);
            return top && (active === top || active.contains(top));
          }));
        }
        """);
  }
}
