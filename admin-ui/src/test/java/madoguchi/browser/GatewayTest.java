package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Behind a gateway that holds the events back, and one that is cut off. */
class GatewayTest {

  @Test
  void bringsEveryLineOnceAndWhoSpeaksAlthoughTheEventsAreHeldBack() throws Exception {
    try (Gateway gateway = Gateway.before(ChatServer.running().address());
        ChatPage chat = ChatPage.open(gateway.address() + "/", options -> {})) {
      ChatPage.see(chat.input());
      chat.page().clock().install();
      chat.answerTo("こんにちは");
      ChatPage second = chat.secondTab();
      ChatPage.see(second.lines("bot").first());
      second.answerTo("転入届");
      second.tool("職員に相談する").click();
      ChatPage.count(second.lines("bot"), 3);
      // Eight seconds without a byte, and it asks by itself.
      chat.page().clock().runFor(8_000);
      ChatPage.count(chat.lines("bot"), 3);
      ChatPage.see(chat.page().getByText("職員への相談を受け付けています。"));
      second.answerTo("ごみ");
      chat.page().clock().runFor(3_000);
      ChatPage.count(chat.lines("bot"), 4);
      assertThat(chat.page().locator(".line[data-id] .bubble").allInnerTexts())
          .isEqualTo(second.page().locator(".line[data-id] .bubble").allInnerTexts());
      assertThat(numbers(chat)).isEqualTo(List.of("1", "2", "3", "4", "5", "6", "7", "8"));
      assertThat(chat.page().locator(".trouble")).hasText("");
      assertThat(chat.errors()).isEmpty();
      assertThat(second.errors()).isEmpty();
    }
  }

  @Test
  void saysSoWhenTheLineIsCutAndGoesOnByItself() throws Exception {
    try (Gateway gateway = Gateway.before(ChatServer.running().address());
        ChatPage chat = ChatPage.open(gateway.address() + "/", options -> {})) {
      chat.answerTo("転入届");
      chat.page().clock().install();
      gateway.cut(true);
      chat.ask("ごみ");
      ChatPage.see(chat.unsent().getByText("まだ届いていません"));
      assertThat(chat.page().locator(".trouble a[href='tel:0000123000']")).isVisible();
      assertThat(chat.unsent()).isInViewport();
      gateway.cut(false);
      chat.page().clock().runFor(1_000);
      ChatPage.count(chat.lines("bot"), 2);
      ChatPage.count(chat.unsent(), 0);
      assertThat(chat.page().locator(".trouble")).hasText("");
      assertThat(numbers(chat)).isEqualTo(List.of("1", "2", "3", "4"));
    }
  }

  private static List<String> numbers(ChatPage chat) {
    return chat.page().locator(".line[data-id]").all().stream()
        .map(line -> line.getAttribute("data-id"))
        .toList();
  }
}
