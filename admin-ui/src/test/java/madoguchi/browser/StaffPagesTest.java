package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page of the staff, on a desk and on a telephone: no rule violated, nothing squeezed. */
class StaffPagesTest {

  /** What is read in a cell stands in lines of several characters, and reaches no edge. */
  private static final String SQUEEZED =
      """
      () => [...document.querySelectorAll('main td, main th, main dd, nav a, button')]
        .filter(cell => cell.innerText.trim().length > 2)
        .filter(cell => {
          const style = getComputedStyle(cell);
          const room = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
          return room > 0 && room < 2.5 * parseFloat(style.fontSize);
        })
        .map(cell => cell.innerText)
      """;

  @BeforeAll
  static void somebodyAsks() {
    try (ChatPage chat = ChatPage.open()) {
      chat.answerTo("ひっこしてきたら何すればいい？").getByText("役に立たなかった").click();
      assertThat(chat.lines("bot").first().locator(".told")).not().hasText("");
      chat.answerTo("宇宙船の車庫証明がほしい");
      chat.tool("職員に相談する").click();
      ChatPage.see(chat.page().getByText("職員への相談を受け付けています。"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void canBeReadAndViolateNoRule(ColorScheme scheme) {
    try (BrowserContext context =
        Chromium.running()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(1280, 800)
                    .setLocale("ja-JP")
                    .setColorScheme(scheme)
                    .setBypassCSP(true))) {
      Page page = context.newPage();
      page.navigate(ChatServer.running().address() + "/staff");
      look(page);
      page.getByLabel("ユーザー名").fill("admin");
      page.getByLabel("パスワード").fill("wrong");
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
      look(page);
      page.getByLabel("パスワード").fill("browser-tests-only");
      page.keyboard().press("Enter");
      page.waitForURL("**/staff");
      look(page);
      for (String room : List.of("cases", "records", "sendings", "learning")) {
        page.navigate(ChatServer.running().address() + "/staff/" + room);
        look(page);
      }
      page.getByText("項目を選ぶ").first().click();
      page.waitForURL("**/staff/learning/question?*");
      look(page);
      page.navigate(ChatServer.running().address() + "/staff/cases");
      page.getByText("会話を開く").first().click();
      page.waitForURL("**/staff/cases/*");
      look(page);
    }
  }

  private static void look(Page page) {
    assertThat(page.locator("h1")).isVisible();
    String where = page.url() + " at ";
    for (int width : List.of(320, 390, 1280)) {
      page.setViewportSize(width, 800);
      assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
          .as(where + width)
          .isEqualTo(0);
      assertThat((List<?>) page.evaluate(SQUEEZED)).as(where + width).isEmpty();
    }
    assertThat(Wcag.check(page).getViolations())
        .as(where)
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
  }
}
