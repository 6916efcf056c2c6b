package madoguchi.channel.line;

import com.linecorp.bot.messaging.client.MessagingApiClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.desk.Channel;
import madoguchi.bot.desk.Delivery;
import madoguchi.bot.inquiry.Inquiry;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;

/**
 * LINE as the desk sees it. Replies by the event's reply token, which is free, good for one reply
 * and lives for a minute; a reply whose token has died is not sent.
 *
 * <p>Settings of a town: {@code line.channel-secret}, {@code line.channel-secret-previous}, {@code
 * line.channel-token}, {@code line.bot-user-id}, {@code line.api-base-url}.
 */
public final class LineChannel implements Channel {

  /** The name of this door. */
  public static final String NAME = "line";

  /** LINE answers within this or is taken as silent; well within a lease. */
  private static final Duration DEADLINE = Duration.ofSeconds(8);

  private final Municipalities municipalities;
  private final Clock clock;
  private final EventReader events = new EventReader();
  private final ReplyComposer composer;
  private final LineClients clients;
  private final ReplySender sender;

  /** With the sentences for what stands on LINE's own buttons. */
  public LineChannel(Municipalities municipalities, Sentences sentences, Clock clock) {
    this(municipalities, sentences, clock, DEADLINE);
  }

  LineChannel(Municipalities municipalities, Sentences sentences, Clock clock, Duration deadline) {
    this.municipalities = municipalities;
    this.clock = clock;
    this.composer = new ReplyComposer(sentences);
    this.clients = new LineClients(deadline);
    this.sender = new ReplySender(deadline);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Inquiry> read(Arrival arrival) {
    return events
        .read(ReceivedEvent.ofPayload(arrival.payload()))
        .map(
            said ->
                new Inquiry(
                    arrival.municipality(),
                    arrival.conversationId(),
                    arrival.messageId(),
                    said,
                    arrival.sentAt()));
  }

  @Override
  public Optional<Dispatch> write(
      Arrival arrival, Conversation conversation, Outcome outcome, List<Utterance> lines) {
    ReceivedEvent received = ReceivedEvent.ofPayload(arrival.payload());
    return municipalities
        .find(arrival.municipality())
        .map(town -> composer.compose(lines, town))
        .filter(messages -> !messages.isEmpty())
        .flatMap(messages -> received.replyToken().map(token -> new Reply(token, messages)))
        .map(
            reply ->
                new Dispatch(
                    arrival.municipality(),
                    arrival.messageId() + "#reply",
                    conversation.id(),
                    conversation.epoch(),
                    NAME,
                    clock.instant(),
                    received.replyTokenExpiresAt(),
                    reply.toPayload(),
                    SendState.READY,
                    0,
                    ""));
  }

  @Override
  public Delivery send(Dispatch dispatch) {
    Optional<Municipality> town = municipalities.find(dispatch.municipality());
    Optional<MessagingApiClient> client = town.flatMap(clients::of);
    return client
        .map(
            line -> sender.send(dispatch.municipality(), line, Reply.ofPayload(dispatch.payload())))
        .map(attempt -> attempt.delivery(dispatch))
        .orElseGet(() -> new Delivery(SendState.GIVEN_UP, "no usable token or base URL"));
  }
}
