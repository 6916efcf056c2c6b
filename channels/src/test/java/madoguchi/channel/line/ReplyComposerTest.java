package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.conversation.Choice;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.town.Municipality;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything within LINE's sizes, and nothing lost that fits. */
class ReplyComposerTest {

  private static final Source SOURCE = new Source("a", "転入届", "https://example.jp/a");

  private final Municipality town = LineTown.town(LineTown.DEMO, Map.of());
  private final Map<String, String> questions = new TreeMap<>();
  private final ReplyComposer composer =
      new ReplyComposer(
          Sentences.standard(),
          (t, id) -> Optional.empty(),
          (t, id) -> Optional.ofNullable(questions.get(id)));

  @Test
  void saysNothingWithoutWords() {
    assertThat(compose()).isEmpty();
    assertThat(compose(line("", List.of()), line(" \n", List.of(SOURCE)))).isEmpty();
  }

  @Test
  void putsTheButtonsUnderTheLastMessageWhereLineShowsThem() {
    List<JsonNode> messages =
        compose(
            line("どちらですか。", List.of(), choice("ごみ", "faq:gomi"), choice("どれでもない", "none")),
            line("番号は書かないでください。", List.of()));
    assertThat(messages)
        .extracting(ReplyComposerTest::text)
        .containsExactly("どちらですか。\n\n1. ごみ", "番号は書かないでください。");
    assertThat(buttons(messages.getFirst())).isEmpty();
    assertThat(buttons(messages.getLast()))
        .extracting(b -> field(b, "label"), b -> field(b, "data"), b -> field(b, "displayText"))
        .containsExactly(
            tuple("1. ごみ", "choice=faq:gomi", "ごみ"),
            tuple("どれでもない", "choice=none", "どれでもない"),
            tuple("職員に相談する", "choice=handoff", "職員に相談する"));
  }

  @Test
  void numbersThroughAWholeReplyAndSaysEachQuestionInFull() {
    questions.put("gomi", "家庭ごみを出す曜日はいつですか。");
    questions.put("sodai", "粗大ごみの収集を申し込むにはどうすればよいですか。");
    List<JsonNode> messages =
        compose(
            line("ごみについて", List.of(), choice("曜日", "faq:gomi"), choice("…申込み", "faq:sodai")),
            line(
                "転入について",
                List.of(),
                choice("転入届", "faq:tennyu"),
                choice("粗大ごみ", "faq:sodai"),
                choice("どれでもない", "none")));
    assertThat(messages)
        .extracting(ReplyComposerTest::text)
        .containsExactly(
            "ごみについて\n\n1. 家庭ごみを出す曜日はいつですか。\n2. 粗大ごみの収集を申し込むにはどうすればよいですか。",
            "転入について\n\n3. 転入届\n2. 粗大ごみの収集を申し込むにはどうすればよいですか。");
    assertThat(buttons(messages.getLast()))
        .extracting(b -> field(b, "label"))
        .containsExactly("1. 曜日", "2. …申込み", "3. 転入届", "どれでもない", "職員に相談する");
  }

  @Test
  void numbersThroughAlsoWhereManyLinesAreJoined() {
    Utterance[] lines =
        IntStream.range(0, 7)
            .mapToObj(i -> line("行", List.of(), choice("質問" + i / 2, "faq:" + i / 2)))
            .toArray(Utterance[]::new);
    assertThat(text(compose(lines).getFirst())).endsWith("行\n\n1. 質問0\n2. 質問1\n3. 質問2\n4. 質問3");
  }

  @Test
  void offersThePersonOnceAndLastAmongThirteen() {
    Choice[] choices =
        IntStream.range(0, 30)
            .mapToObj(i -> i == 0 ? choice("職員に相談する", "handoff") : choice("質問" + i, "faq:" + i))
            .toArray(Choice[]::new);
    List<JsonNode> buttons = buttons(compose(line("どれですか。", List.of(), choices)).getFirst());
    assertThat(buttons).hasSize(13);
    assertThat(field(buttons.getLast(), "data")).isEqualTo("choice=handoff");
    assertThat(buttons).extracting(b -> field(b, "data")).doesNotHaveDuplicates();
  }

  @Test
  void cutsLabelsByWhatIsReadAsOneCharacter() {
    String family = "👨‍👩‍👧‍👦";
    JsonNode button =
        buttons(compose(line("どれですか。", List.of(), choice(family.repeat(30), "faq:a"))).getFirst())
            .getFirst();
    assertThat(field(button, "label")).isEqualTo("1. " + family.repeat(16) + "…");
    assertThat(field(button, "displayText").length()).isLessThanOrEqualTo(300);
    assertThat(field(button, "displayText")).endsWith(family + "…");
  }

  @Test
  void splitsALongAnswerAtItsSentencesAndLosesNothing() {
    String answer =
        IntStream.range(0, 600).mapToObj(i -> "これは" + i + "番目の文です。").collect(Collectors.joining());
    List<JsonNode> messages = compose(line(answer, List.of(SOURCE)));
    assertThat(messages).hasSizeBetween(2, 5);
    assertThat(messages).allSatisfy(m -> assertThat(text(m)).hasSizeLessThanOrEqualTo(5_000));
    assertThat(text(messages.getFirst())).endsWith("です。");
    assertThat(messages.stream().map(ReplyComposerTest::text).collect(Collectors.joining()))
        .isEqualTo(answer + "\n\n出典：転入届\nhttps://example.jp/a");
  }

  @Test
  void cutsWhatIsBeyondFiveMessagesButNeverItsSource() {
    List<JsonNode> messages = compose(line("あ".repeat(40_000), List.of(SOURCE)));
    assertThat(messages).hasSize(5);
    assertThat(text(messages.getLast()))
        .contains("長いため", "0000-12-3000")
        .endsWith("出典：転入届\nhttps://example.jp/a");
  }

  @Test
  void saysManyLinesInFiveMessagesAtMost() {
    Utterance[] lines =
        IntStream.range(0, 9).mapToObj(i -> line("行" + i, List.of())).toArray(Utterance[]::new);
    List<JsonNode> messages = compose(lines);
    assertThat(messages).hasSize(1);
    assertThat(text(messages.getFirst())).contains("行0", "行8");
    assertThat(compose(Arrays.copyOf(lines, 5))).hasSize(5);
    lines[0] = line("い".repeat(60_000), List.of());
    assertThat(compose(Arrays.copyOf(lines, 3)))
        .extracting(ReplyComposerTest::text)
        .hasSize(5)
        .endsWith("行1", "行2");
  }

  @Test
  void whateverIsSaidIsWithinLinesSizes() {
    Random random = new Random(1);
    String[] parts = {
      "あ",
      "。",
      "\n",
      "👨‍👩‍👧‍👦",
      "か\u3099",
      "\ud83d",
      "\udc00",
      " ",
      "a",
      "1. ",
      "\u0000",
      "🇯🇵"
    };
    for (int n = 0; n < 300; n++) {
      Utterance[] lines = new Utterance[random.nextInt(8)];
      for (int i = 0; i < lines.length; i++) {
        int most = random.nextInt(10) == 0 ? 30_000 : 400;
        Choice[] choices = new Choice[random.nextInt(20)];
        for (int c = 0; c < choices.length; c++) {
          choices[c] = choice("質問" + any(random, parts, 60), "faq:" + random.nextInt(30));
        }
        Source source = new Source("x", "題" + any(random, parts, 3_000), null);
        lines[i] =
            line(
                any(random, parts, most),
                random.nextBoolean() ? List.of(source) : List.of(),
                choices);
      }
      List<JsonNode> messages = compose(lines);
      if (!messages.isEmpty()) {
        JsonNode all = JsonMapper.shared().createArrayNode().addAll(messages);
        assertThat(LineSizes.complaint(all)).isNull();
        assertThat(field(buttons(messages.getLast()).getLast(), "data"))
            .isEqualTo("choice=handoff");
      }
    }
  }

  private static String any(Random random, String[] parts, int most) {
    return IntStream.range(0, random.nextInt(most))
        .mapToObj(i -> parts[random.nextInt(parts.length)])
        .collect(Collectors.joining());
  }

  private List<JsonNode> compose(Utterance... lines) {
    String payload =
        new Outgoing("t", "U", composer.compose(List.of(lines), town), false).toPayload();
    return List.copyOf(JsonMapper.shared().readTree(payload).path("messages").values());
  }

  private static String text(JsonNode message) {
    return field(message, "text");
  }

  private static List<JsonNode> buttons(JsonNode message) {
    return message
        .path("quickReply")
        .path("items")
        .valueStream()
        .map(i -> i.path("action"))
        .toList();
  }

  private static String field(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  private static Choice choice(String label, String value) {
    return new Choice(label, value);
  }

  private static Utterance line(String text, List<Source> sources, Choice... choices) {
    return new Utterance(0, Instant.EPOCH, Sender.BOT, "m", text, sources, List.of(choices));
  }
}
