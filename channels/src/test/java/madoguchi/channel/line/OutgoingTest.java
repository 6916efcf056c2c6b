package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.conversation.Choice;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored for LINE reaches LINE as if it had never been stored. */
class OutgoingTest {

  private static final ObjectMapper SDK = ModelObjectMapper.createNewObjectMapper();
  private static final String[] PARTS = {
    "あ",
    "。\n",
    "\"",
    "\\",
    "👨‍👩‍👧‍👦",
    "1. ",
    "\u0000",
    "\u2028",
    "{",
    "]",
    "https://x.jp/a?b=c&d",
    "①",
    "\ud83d"
  };

  private final Random random = new Random(3);
  private final ReplyComposer composer =
      new ReplyComposer(
          Sentences.standard(), (t, id) -> Optional.empty(), (t, id) -> Optional.empty());

  /** A payload as every version has stored it: written of the SDK's model. */
  private record Stored(String replyToken, String to, List<Message> messages, boolean byHand) {}

  @Test
  void isSentAsTheModelItWasWrittenOf() throws Exception {
    for (int n = 0; n < 300; n++) {
      List<Message> messages = messages();
      boolean byHand = random.nextBoolean();
      String payload = SDK.writeValueAsString(new Stored("t", "U1", messages, byHand));
      assertThat(new Outgoing("t", "U1", messages, byHand).toPayload()).isEqualTo(payload);

      Outgoing read = Outgoing.ofPayload(payload);
      assertThat(read.byHand()).isEqualTo(byHand);
      assertThat(read.toPayload()).isEqualTo(payload);
      assertThat(read.pushedByHand().toPayload())
          .isEqualTo(SDK.writeValueAsString(new Stored("t", "U1", messages, true)));
      assertThat(body(new ReplyMessageRequest(read.replyToken(), read.messages(), false)))
          .isEqualTo(body(new ReplyMessageRequest("t", messages, false)))
          .isEqualTo(body(new ReplyMessageRequest("t", asRead(payload), false)));
      assertThat(body(new PushMessageRequest(read.to(), read.messages(), false, List.of())))
          .isEqualTo(body(new PushMessageRequest("U1", messages, false, List.of())));
    }
  }

  @Test
  void readsWhatIsInAnotherOrderOrSpacedOrNew() {
    Outgoing read =
        Outgoing.ofPayload(
            "{ \"new\": {\"messages\": [1]},\n \"messages\" : [ {\"type\": \"text\"} , {\"a\":[{}]}],"
                + "\"to\":\"U\",\"replyToken\":\"t\"}");
    assertThat(read.messages())
        .containsExactly(new ToldMessage("{\"type\": \"text\"}"), new ToldMessage("{\"a\":[{}]}"));
    assertThat(read.to()).isEqualTo("U");
    assertThat(read.byHand()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ひみつ",
        "[]",
        "{",
        "{}",
        "{\"replyToken\":\"t\",\"to\":\"U\"}",
        "{\"replyToken\":\"t\",\"to\":\"U\",\"messages\":null}",
        "{\"replyToken\":\"t\",\"to\":\"U\",\"messages\":{}}",
        "{\"replyToken\":\"t\",\"to\":\"U\",\"messages\":[{\"text\":\"ひみつ\"}",
        "{\"replyToken\":\"t\",\"to\":\"U\",\"messages\":[{\"text\":ひみつ}]}"
      })
  void quotesNothingOfWhatIsGarbled(String payload) {
    assertThatIllegalStateException()
        .isThrownBy(() -> Outgoing.ofPayload(payload))
        .withMessageNotContaining("ひみつ")
        .withNoCause();
  }

  @Test
  void isNotQuotedInALog() {
    String payload = new Outgoing("t", "U", messages("ひみつ"), false).toPayload();
    assertThat(Outgoing.ofPayload(payload).messages().toString()).doesNotContain("ひみつ");
  }

  private static byte[] body(Object request) throws Exception {
    return SDK.writeValueAsBytes(request);
  }

  private static List<Message> asRead(String payload) throws Exception {
    return SDK.readValue(payload, Stored.class).messages();
  }

  private List<Message> messages() {
    return messages(
        IntStream.range(0, random.nextInt(1, 5)).mapToObj(i -> any()).toArray(String[]::new));
  }

  private List<Message> messages(String... texts) {
    List<Utterance> lines =
        Arrays.stream(texts)
            .map(
                text ->
                    new Utterance(
                        0,
                        Instant.EPOCH,
                        Sender.BOT,
                        "m",
                        text,
                        List.of(new Source("x", any(), "https://x.jp/" + text.length())),
                        random.nextBoolean() ? List.of() : List.of(new Choice(any(), "a\"b"))))
            .toList();
    return composer.compose(lines, LineTown.town(LineTown.DEMO, Map.of()));
  }

  private String any() {
    return "答"
        + IntStream.range(0, random.nextInt(200))
            .mapToObj(i -> PARTS[random.nextInt(PARTS.length)])
            .collect(Collectors.joining());
  }
}
