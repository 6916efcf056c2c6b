package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** WCAG 2.2 A and AA: what a machine can check, and the keyboard, the reader and the zoom. */
class AccessibilityTest {

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void violatesNoRuleInAnyState(ColorScheme scheme) {
    try (ChatPage chat =
        ChatPage.open("/", options -> options.setColorScheme(scheme).setBypassCSP(true))) {
      ChatPage.see(chat.input());
      check(chat);
      Locator answer = chat.answerTo("ひっこしてきたら何すればいい？");
      answer.getByText("役に立たなかった").click();
      chat.answerTo("住民税");
      chat.answerTo("家が火事です");
      chat.tool("職員に相談する").click();
      ChatPage.see(chat.page().getByText("職員への相談を受け付けています。"));
      chat.context().setOffline(true);
      chat.ask("転入届");
      ChatPage.see(chat.page().locator(".trouble"));
      chat.input().fill("あ".repeat(1_001));
      check(chat);
      chat.tool("この会話を終えて消す").click();
      check(chat);
    }
  }

  @ParameterizedTest
  @CsvSource({"/faq/demo,LIGHT", "/faq/demo/hikkoshi-tennyu,DARK", "/faq/demo/none,LIGHT"})
  void violatesNoRuleOnTheReadablePages(String path, ColorScheme scheme) {
    try (ChatPage page =
        ChatPage.open(path, options -> options.setColorScheme(scheme).setBypassCSP(true))) {
      check(page);
    }
  }

  @Test
  void wouldFindWhatViolatesARule() {
    try (BrowserContext context = Chromium.running().newContext()) {
      Page page = context.newPage();
      page.setContent(
          "<title>x</title><main><img src='x.png'><p style='color:#ccc;background:#fff'>薄い</p>");
      assertThat(Wcag.check(page).getViolations())
          .extracting(rule -> rule.getId())
          .contains("image-alt", "color-contrast", "html-has-lang");
    }
  }

  @Test
  void isUsedByKeyboardAloneAndNeverLosesTheFocus() {
    try (ChatPage chat = ChatPage.open()) {
      ChatPage.see(chat.input());
      chat.page().keyboard().press("Tab");
      assertThat(chat.focused()).isEqualTo("本文へ進む");
      tabTo(chat, "question");
      chat.page().keyboard().type("住民税");
      chat.page().keyboard().press("Enter");
      ChatPage.see(chat.lines("bot").first());
      assertThat(chat.focused()).isEqualTo("question");
      backTo(chat, "どれでもない");
      chat.page().keyboard().press("Enter");
      ChatPage.see(chat.lines("bot").nth(1));
      assertThat(chat.focused()).isEqualTo("どれでもない");
      tabTo(chat, "この会話を終えて消す");
      chat.page().keyboard().press("Enter");
      ChatPage.see(chat.button("やめる"));
      chat.page().keyboard().press("Escape");
      assertThat(chat.button("やめる")).isHidden();
      assertThat(chat.focused()).isEqualTo("この会話を終えて消す");
      chat.page().keyboard().press("Enter");
      tabTo(chat, "終えて消す");
      chat.page().keyboard().press("Enter");
      ChatPage.count(chat.page().locator(".line"), 0);
      assertThat(chat.input()).isFocused();
    }
  }

  @Test
  void readsEachNewAnswerOnceAndNoneAgainAfterAReload() {
    try (ChatPage chat = ChatPage.open()) {
      Locator spoken = chat.page().locator("[aria-live=polite]:not(.count) p");
      chat.answerTo("住民税");
      assertThat(spoken).hasCount(1);
      assertThat(spoken.first()).containsText("自動応答：");
      assertThat(spoken.first()).containsText("選択肢が");
      chat.answerTo("転入届");
      assertThat(spoken).hasCount(2);
      chat.page().reload();
      ChatPage.count(chat.lines("resident"), 2);
      assertThat(spoken).hasCount(0);
    }
  }

  @Test
  void marksTheLanguageOfEachLine() {
    try (ChatPage chat = ChatPage.open()) {
      chat.answerTo("住民税");
      chat.answerTo("How can I register my new address?");
      chat.answerTo("쓰레기는 언제 버려요?");
      chat.answerTo("119");
      assertThat(languages(chat.lines("resident").locator(".text")))
          .isEqualTo(List.of("ja", "", "ko", "ja"));
      assertThat(languages(chat.lines("bot").locator(".text"))).containsOnly("ja");
      assertThat(languages(chat.page().locator("[aria-live=polite]:not(.count) p span")))
          .hasSize(3)
          .containsOnly("ja");
    }
  }

  private static List<String> languages(Locator texts) {
    return texts.all().stream().map(text -> text.getAttribute("lang")).toList();
  }

  @Test
  void namesItsPartsInTheAccessibilityTree() {
    try (ChatPage chat = ChatPage.open()) {
      ChatPage.see(chat.input());
      String tree = chat.page().locator("body").ariaSnapshot();
      assertThat(tree)
          .contains("heading \"あおば野市 窓口チャット\" [level=1]")
          .contains("main:", "navigation \"ページ\"")
          .contains("combobox \"質問を入力\"", "button \"送信\"", "button \"職員に相談する\"")
          .contains("list \"会話\"");
      assertThat(chat.page().locator("html")).hasAttribute("lang", "ja");
    }
  }

  @ParameterizedTest
  @CsvSource({"320,640", "320,256", "640,400", "1280,800"})
  void needsNoScrollingSidewaysAndHidesNothing(int width, int height) {
    try (ChatPage chat = ChatPage.open("/", options -> options.setViewportSize(width, height))) {
      chat.answerTo("転入届");
      chat.answerTo("住民税");
      assertThat(overflow(chat)).isZero();
      chat.tool("この会話を終えて消す").click();
      assertThat(chat.button("終えて消す")).isInViewport();
      chat.button("やめる").click();
      chat.input().focus();
      chat.input().scrollIntoViewIfNeeded();
      assertThat(chat.input()).isInViewport();
      for (String path : List.of("/faq/demo", "/faq/demo/hikkoshi-tennyu")) {
        chat.page().navigate(ChatServer.running().address() + path);
        assertThat(overflow(chat)).isZero();
      }
    }
  }

  @Test
  void offersTargetsThatAFingerHits() {
    try (ChatPage chat = ChatPage.open()) {
      chat.answerTo("転入届");
      Object small =
          chat.page()
              .locator("button:visible")
              .evaluateAll(
                  """
                  all => all.filter(button => {
                    const box = button.getBoundingClientRect();
                    const more = parseFloat(getComputedStyle(button, '::after').top) || 0;
                    return box.width < 44 || box.height - 2 * more < 44;
                  }).map(button => button.innerText)
                  """);
      assertThat((List<?>) small).isEmpty();
    }
  }

  @Test
  void showsControlsAndWhatIsChosenInTheColoursOfTheSystem() {
    try (ChatPage chat =
        ChatPage.open("/", options -> options.setForcedColors(ForcedColors.ACTIVE))) {
      chat.input().pressSequentially("そだい");
      Locator option = chat.page().locator("[role=option]").first();
      ChatPage.see(option);
      chat.page().keyboard().press("ArrowDown");
      assertThat(option.evaluate("o => getComputedStyle(o).outlineStyle")).isEqualTo("solid");
      for (Locator button : chat.page().locator("button:visible").all()) {
        assertThat(button.evaluate("b => getComputedStyle(b).borderTopStyle")).isEqualTo("solid");
      }
    }
  }

  @Test
  void keepsStillForThoseWhoAskForIt() {
    try (ChatPage chat =
        ChatPage.open("/", options -> options.setReducedMotion(ReducedMotion.REDUCE))) {
      chat.answerTo("転入届");
      Object moving =
          chat.page()
              .locator(".dots i")
              .first()
              .evaluate("dot => parseFloat(getComputedStyle(dot).animationDuration)");
      assertThat(((Number) moving).doubleValue()).isLessThan(0.001);
    }
  }

  private static int overflow(ChatPage chat) {
    return (int)
        chat.page().evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
  }

  private static void tabTo(ChatPage chat, String name) {
    press(chat, "Tab", name);
  }

  private static void backTo(ChatPage chat, String name) {
    press(chat, "Shift+Tab", name);
  }

  private static void press(ChatPage chat, String key, String name) {
    for (int presses = 0; presses < 40; presses++) {
      if (chat.focused().strip().equals(name)) {
        return;
      }
      chat.page().keyboard().press(key);
    }
    throw new AssertionError(name + " is not reached by " + key);
  }

  private static void check(ChatPage chat) {
    AxeResults results = Wcag.check(chat.page());
    assertThat(results.getViolations())
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
    assertThat(results.getPasses()).isNotEmpty();
  }
}
