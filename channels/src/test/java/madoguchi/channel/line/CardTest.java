package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer as a card: its words untouched, and what a thumb wants below it. */
class CardTest {

  private static final String STEPS =
      "次の順に手続きしてください。\n\n1. 申請書を書く（https://example.jp/form.pdf）\n2. 本人確認書類を用意する\n"
          + "　・運転免許証\n　・パスポート\n3. 窓口に出す\n\n※郵送でもできます。";
  private static final Source SOURCE =
      new Source("0012", "住民票の写しがほしい", "https://example.jp/住民票?a=1&b=2");

  private final Map<String, String> settings = new TreeMap<>();
  private Department department = new Department("shimin", "市民課", "０００-１２３４-３１０１（直通）", "1階", "平日");

  @Test
  void saysTheAnswerWordForWordAndSetsItsStepsOff() {
    JsonNode card = card(STEPS, SOURCE);
    JsonNode text = card.path("contents").path("body").path("contents").path(2);
    assertThat(text.path("text").asString()).isEqualTo(STEPS);
    assertThat(text.path("wrap").asBoolean()).isTrue();
    assertThat(spans(text)).isEqualTo(STEPS);
    assertThat(
            text.path("contents")
                .valueStream()
                .filter(span -> span.path("weight").asString("").equals("bold"))
                .map(span -> span.path("text").asString().strip()))
        .containsExactly("1.", "2.", "・", "・", "3.", "※");
    assertThat(card.path("altText").asString()).isEqualTo(STEPS);
    assertThat(card.path("contents").path("body").path("contents").path(0).path("text").asString())
        .isEqualTo("住民票の写しがほしい");
  }

  @Test
  void offersToCallToReadOnAndToVote() {
    assertThat(actions(card(STEPS, SOURCE)))
        .containsExactly(
            "uri 電話する（市民課） tel:00012343101",
            "uri くわしい案内を見る https://example.jp/%E4%BD%8F%E6%B0%91%E7%A5%A8?a=1&b=2",
            "uri example.jp https://example.jp/form.pdf",
            "postback 役に立った vote=yes:line:m&entry=0012 役に立った",
            "postback 役に立たなかった vote=no:line:m&entry=0012 役に立たなかった");
  }

  @Test
  void leavesOutWhatTheTownDoesNotHave() {
    department = new Department("shimin", "市民課", "内線のみ", "1階", "平日");
    assertThat(actions(card("はい。", new Source("1", "題", null)))).hasSize(2);
    assertThat(actions(card("はい。", new Source("1", "題", "javascript:alert(1)")))).hasSize(2);
    settings.put("web.base-url", "https://madoguchi.example.jp/x");
    assertThat(actions(card("はい。", new Source("a b/ご", "題", null))).getFirst())
        .endsWith(" https://madoguchi.example.jp/x/faq/demo/a%20b%2F%E3%81%94");
  }

  @Test
  void shortensALongNameOfADepartmentToWhatAButtonHolds() {
    department = new Department("x", "健康福祉部長寿社会課介護保険給付係窓口", "0120-1", "1階", "平日");
    assertThat(actions(card("はい。", SOURCE)).getFirst()).startsWith("uri 電話する（健康福祉部長寿社会課介護保険…");
  }

  @Test
  void givesLongAnswersAndTownsThatWantNoneAText() {
    String most = "あ".repeat(2_000);
    assertThat(message(most, SOURCE).path("type").asString()).isEqualTo("flex");
    assertThat(message(most + "あ", SOURCE).path("type").asString()).isEqualTo("text");
    settings.put("line.cards", "off");
    JsonNode text = message(STEPS, SOURCE);
    assertThat(text.path("type").asString()).isEqualTo("text");
    assertThat(text.path("text").asString()).startsWith(STEPS).contains("出典：住民票の写しがほしい");
  }

  @Test
  void leadsOnToTheWholeOfAnAnswerThatIsCut() {
    settings.put("web.base-url", "https://madoguchi.example.jp");
    List<JsonNode> messages = messages("あ".repeat(40_000), SOURCE);
    assertThat(messages).hasSize(5);
    assertThat(messages.getLast().path("text").asString())
        .contains("https://madoguchi.example.jp/faq/demo/0012");
  }

  @Test
  void isWithinLinesSizesWhateverItSays() {
    Random random = new Random(5);
    String[] parts = {
      "あ", "。\n", "👨‍👩‍👧‍👦", "1. ", "\ud83d", "https://x.jp/", "①", " ", "\u0000", "か\u3099"
    };
    for (int n = 0; n < 300; n++) {
      String answer = any(random, parts, random.nextInt(1_500) + 1);
      String title = "題" + any(random, parts, random.nextInt(300));
      String url = "https://example.jp/" + any(random, parts, random.nextInt(300)).strip();
      if (!answer.isBlank()) {
        JsonNode all =
            JsonMapper.shared()
                .createArrayNode()
                .addAll(messages(answer, new Source("x", title, url)));
        assertThat(LineSizes.complaint(all)).as(all.toString()).isNull();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0000-12-3101, tel:0000123101",
    "代表 0000(12)3101 内線2, tel:0000123101",
    "+81 3-1234-5678, tel:+81312345678",
    "０１２０－１１１, tel:0120111"
  })
  void callsTheNumberThatIsPrinted(String printed, String expected) {
    assertThat(Telephones.call(printed)).map(Object::toString).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "なし", "内線1", "ー"})
  void callsNobodyWithoutANumber(String printed) {
    assertThat(Telephones.call(printed)).isEmpty();
  }

  private JsonNode card(String answer, Source source) {
    JsonNode message = message(answer, source);
    assertThat(message.path("type").asString()).isEqualTo("flex");
    assertThat(LineSizes.complaint(JsonMapper.shared().createArrayNode().add(message))).isNull();
    return message;
  }

  private JsonNode message(String answer, Source source) {
    return messages(answer, source).getFirst();
  }

  private List<JsonNode> messages(String answer, Source source) {
    Municipality town = LineTown.town(LineTown.DEMO, settings);
    ReplyComposer composer =
        new ReplyComposer(
            Sentences.standard(), (t, id) -> Optional.of(department), (t, id) -> Optional.empty());
    Utterance line =
        new Utterance(0, Instant.EPOCH, Sender.BOT, "line:m", answer, List.of(source), List.of());
    String payload =
        new Outgoing("t", "U", composer.compose(List.of(line), town), false).toPayload();
    return List.copyOf(JsonMapper.shared().readTree(payload).path("messages").values());
  }

  private static List<String> actions(JsonNode card) {
    return card.path("contents").path("footer").findValues("action").stream()
        .map(
            action ->
                action.path("type").asString()
                    + ' '
                    + action.path("label").asString()
                    + ' '
                    + action.path("uri").asString(action.path("data").asString(""))
                    + (action.has("displayText")
                        ? ' ' + action.path("displayText").asString()
                        : ""))
        .map(text -> text.replaceFirst(" null$", "").stripTrailing())
        .toList();
  }

  private static String spans(JsonNode text) {
    return text.path("contents")
        .valueStream()
        .map(span -> span.path("text").asString())
        .collect(Collectors.joining());
  }

  private static String any(Random random, String[] parts, int most) {
    return IntStream.range(0, most)
        .mapToObj(i -> parts[random.nextInt(parts.length)])
        .collect(Collectors.joining());
  }
}
