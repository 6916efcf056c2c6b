package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.inquiry.Inquiry;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.post.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way through the inbox and back. */
class WebChannelTest {

  private final WebChannel channel = new WebChannel();

  static Stream<Said> deeds() {
    return Stream.of(
        new Said.Text("転入届\n\"は\"？ 😀"), new Said.Chosen("faq:gomi"), new Said.AskedForPerson());
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void readsWhatItWrote(Said said) {
    assertThat(channel.read(arrival(WebChannel.payload(said))).map(Inquiry::said)).contains(said);
    assertThat(WebChannel.payload(said)).isEqualTo(WebChannel.payload(said));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "null", "{\"text\"", "\"text\""})
  void takesAGarbledPayloadForNothing(String payload) {
    assertThat(channel.read(arrival(payload))).isEmpty();
  }

  @Test
  void sendsNothingSinceBrowsersFetch() {
    Conversation conversation =
        new Conversation(
            WebHouse.DEMO, "c", "web", new Citizen("x"), ConversationState.BOT, 1, Instant.EPOCH);
    assertThat(channel.write(arrival("{}"), conversation, Outcome.ANSWERED, List.of())).isEmpty();
  }

  private static Arrival arrival(String payload) {
    return new Arrival(WebHouse.DEMO, "c", "web:c:m", channelName(), Instant.EPOCH, payload);
  }

  private static String channelName() {
    return new WebChannel().name();
  }
}
