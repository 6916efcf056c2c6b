package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import java.util.List;
import madoguchi.acceptance.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is restarted while a resident writes. */
class RestartTest {

  @TempDir Path folder;

  @Test
  void goesOnWithTheSameConversationAndLosesNothing() throws Exception {
    Path data = folder.resolve("data");
    int port = ServerProcess.freePort();
    try (ChatServer before = new ChatServer(data, port);
        ChatPage chat = ChatPage.open(before.address() + "/", options -> {})) {
      chat.answerTo("転入届");
      before.close();
      chat.ask("こんにちは");
      ChatPage.see(chat.unsent().getByText("まだ届いていません"));
      assertThat(chat.page().locator(".trouble")).containsText("自動で送り直しています");
      assertThat(chat.page().locator(".trouble a[href='tel:0000123000']")).isVisible();
      assertThat(chat.button("もう一度送る")).isVisible();
      try (ChatServer after = new ChatServer(data, port)) {
        assertThat(chat.page().url()).startsWith(after.address());
        goesOn(chat);
      }
      assertThat(chat.errors()).isEmpty();
    }
  }

  private static void goesOn(ChatPage chat) {
    try {
      chat.button("もう一度送る").click(new Locator.ClickOptions().setTimeout(2_000));
    } catch (TimeoutError sentMeanwhile) {
      // The page sends again by itself, and may be sooner than whoever presses.
      assertThat(chat.unsent()).hasCount(0);
    }
    ChatPage.count(chat.lines("bot"), 2);
    ChatPage.count(chat.unsent(), 0);
    List<String> said = chat.page().locator(".line[data-id] .bubble").allInnerTexts();
    assertThat(said).hasSize(4);
    chat.page().reload();
    ChatPage.count(chat.page().locator(".line[data-id]"), 4);
    assertThat(chat.page().locator(".line[data-id] .bubble").allInnerTexts()).isEqualTo(said);
  }
}
