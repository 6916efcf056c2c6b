package madoguchi.channel.line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Municipalities;

/** Makes of what the bot says a reply, if there is a token to say it by. */
record Replies(Municipalities municipalities, ReplyComposer composer) {

  /** The id of the reply to a message. */
  static String id(String messageId) {
    return messageId + "#reply";
  }

  Optional<Dispatch> write(
      Arrival arrival, ReceivedEvent received, long epoch, List<Utterance> lines, Instant now) {
    return municipalities
        .find(arrival.municipality())
        .map(town -> composer.compose(lines, town))
        .filter(messages -> !messages.isEmpty())
        .flatMap(
            messages ->
                received
                    .replyToken()
                    .map(token -> new Outgoing(token, received.chat(), messages, false)))
        .map(
            outgoing ->
                new Dispatch(
                    arrival.municipality(),
                    id(arrival.messageId()),
                    arrival.conversationId(),
                    epoch,
                    LineChannel.NAME,
                    now,
                    received.replyTokenExpiresAt(),
                    outgoing.toPayload(),
                    SendState.READY,
                    0,
                    ""));
  }
}
