package madoguchi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The FAQ to read, without a script and without typing. */
class FaqPagesTest {

  @Test
  void leadsFromTheChatToAnAnswerWithoutTyping() {
    try (ChatPage page = ChatPage.open("/", options -> {})) {
      List<String> complaints = new ArrayList<>();
      page.page().onConsoleMessage(message -> complaints.add(message.text()));
      page.page().getByText("よくある質問の一覧").click();
      page.page().getByText("転入・転出・転居").first().click();
      Locator question = page.page().locator(".questions a").first();
      String asked = question.innerText();
      question.click();
      assertThat(page.page().getByRole(AriaRole.HEADING).first()).hasText(asked);
      assertThat(page.page().locator(".answer")).isVisible();
      JsonNode data =
          JsonMapper.shared()
              .readTree(page.page().locator("script[type='application/ld+json']").textContent());
      assertThat(data.at("/mainEntity/0/name").asString()).isEqualTo(asked);
      assertThat(complaints).as("complaints of the content policy").isEmpty();
    }
  }

  @Test
  void isReadWithoutAnyScript() {
    try (ChatPage page = ChatPage.open("/", options -> options.setJavaScriptEnabled(false))) {
      assertThat(page.page().locator("noscript a[href='/faq/demo']").first()).isVisible();
      assertThat(page.page().locator("noscript a[href='tel:0000123000']")).isVisible();
      page.page().locator("noscript a[href='/faq/demo']").first().click();
      assertThat(page.page().locator(".categories a").first()).isVisible();
    }
  }
}
