package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerHtmlTest {

  @Test
  void partsParagraphsAtEmptyLinesAndBreaksAtOthers() {
    assertThat(html("一行目\n二行目\n\n次の段落")).isEqualTo("<p>一行目<br>二行目</p>\n<p>次の段落</p>");
  }

  @Test
  void makesAListOfLinesThatBeginWithADot() {
    assertThat(html("持ち物\n・印鑑\n・身分証\nです"))
        .isEqualTo("<p>持ち物</p>\n<ul><li>印鑑</li><li>身分証</li></ul>\n<p>です</p>");
  }

  @Test
  void leavesTheSentencesPunctuationOutOfALink() {
    assertThat(html("（https://a.example/b_(c)?d=1&e=2）。"))
        .contains("<a href=\"https://a.example/b_(c)?d=1&amp;e=2\" rel=\"noopener\">");
    assertThat(html("(https://a.example/)")).contains("href=\"https://a.example/\"");
    assertThat(html("https://a.example/."))
        .contains("href=\"https://a.example/\"")
        .endsWith(".</p>");
  }

  @ParameterizedTest
  @CsvSource({
    "お電話は0000-12-3101へ, 0000123101",
    "０１２０−２７９−３３８, 0120279338",
    "救急車を呼ぶか迷うとき：#7119（つながらない地域も）, %237119",
    "急な病気：119, 119",
  })
  void callsTelephoneNumbers(String text, String digits) {
    assertThat(html(text)).contains("<a href=\"tel:" + digits + "\">");
  }

  @ParameterizedTest
  @CsvSource({"手数料：110円", "2026-11-16", "10-0000-12-3101-5", "119番地", "第110号"})
  void callsNothingElse(String text) {
    assertThat(html(text)).doesNotContain("<a ");
  }

  @Test
  void escapesEverythingElse() {
    assertThat(html("<img src=x onerror=alert(1)> & \"'"))
        .isEqualTo("<p>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;&#39;</p>");
    assertThat(html("https://a.example/\"onmouseover=\"x")).doesNotContain("\"onmouseover");
  }

  @Test
  void survivesAnyText() {
    Random random = new Random(1);
    String[] pieces = {
      "・",
      "\n",
      "https://",
      "0120-",
      "119",
      "：",
      "<",
      "\"",
      "(",
      ")",
      "漢",
      "\ud83d",
      "%",
      "#7119",
      "\\",
      "$1"
    };
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String markup = html(text.toString());
      assertThat(
              markup.replaceAll("</?(p|ul|li|a|br)( href=\"[^\"<>]*\")?( rel=\"noopener\")?>", ""))
          .doesNotContain("<", ">");
    }
  }

  private static String html(String text) {
    return AnswerHtml.of(text).markup();
  }
}
