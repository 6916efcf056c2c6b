package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A resident's browser with the chat in it, as the tests speak of it. */
final class ChatPage implements AutoCloseable {

  /** An answer may take a while on a small machine with a cold index. */
  private static final double PATIENCE_MS = 20_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();

  private ChatPage(BrowserContext context, Page page) {
    this.context = context;
    this.page = page;
    page.setDefaultTimeout(PATIENCE_MS);
    page.onPageError(errors::add);
  }

  /** A telephone at the chat's page. */
  static ChatPage open() {
    return open("/", options -> {});
  }

  static ChatPage open(String path, Consumer<Browser.NewContextOptions> change) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(375, 812)
            .setLocale("ja-JP")
            .setPermissions(List.of("clipboard-read", "clipboard-write"));
    change.accept(options);
    BrowserContext context = Chromium.running().newContext(options);
    ChatPage chat = new ChatPage(context, context.newPage());
    chat.page.navigate(path.startsWith("/") ? ChatServer.running().address() + path : path);
    return chat;
  }

  /** A second tab beside this one. */
  ChatPage secondTab() {
    ChatPage second = new ChatPage(context, context.newPage());
    second.page.navigate(page.url());
    return second;
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  Locator input() {
    return page.getByLabel("質問を入力");
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The button that is always in reach, not one offered under an answer. */
  Locator tool(String name) {
    return page.locator(".tools button", new Page.LocatorOptions().setHasText(name));
  }

  Locator lines(String from) {
    return page.locator(".line[data-id][data-from=" + from + "]");
  }

  Locator unsent() {
    return page.locator(".line[data-state]");
  }

  void ask(String question) {
    input().fill(question);
    input().press("Enter");
  }

  /** Asks and waits for the answer to the n-th question. */
  Locator answerTo(String question) {
    int before = lines("bot").count();
    ask(question);
    Locator answer = lines("bot").nth(before);
    see(answer);
    return answer;
  }

  static void see(Locator wanted) {
    assertThat(wanted)
        .isVisible(
            new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                .setTimeout(PATIENCE_MS));
  }

  static void count(Locator wanted, int count) {
    assertThat(wanted)
        .hasCount(
            count,
            new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions()
                .setTimeout(PATIENCE_MS));
  }

  /** The name of the element that has the focus, through shadow roots. */
  String focused() {
    return (String)
        page.evaluate(
            """
            () => {
              let active = document.activeElement;
              while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
              return active.id || active.innerText || active.localName;
            }
            """);
  }

  /** What went wrong in the page's scripts; empty when all is well. */
  List<String> errors() {
    return errors;
  }

  @Override
  public void close() {
    context.close();
  }
}
