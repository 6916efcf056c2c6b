package madoguchi.channel.line;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.desk.Channel;
import madoguchi.bot.desk.Curation;
import madoguchi.bot.desk.Delivery;
import madoguchi.bot.desk.ErrandRunner;
import madoguchi.bot.inquiry.Inquiry;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.channel.line.LineClients.Line;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.municipality.MunicipalityCode;

/**
 * LINE as the desk sees it. Replies by the event's reply token, which is free, good for one reply
 * and lives for a minute; an answer whose token has died unused is pushed if the town allows it.
 *
 * <p>Settings of a town: {@code line.channel-secret}, {@code line.channel-secret-previous}, {@code
 * line.channel-token}, {@code line.bot-user-id}, {@code line.api-base-url}; the others are told by
 * {@link LineSettings}.
 */
public final class LineChannel implements Channel, AutoCloseable {

  /** The name of this door. */
  public static final String NAME = "line";

  /** LINE answers within this or is taken as silent; well within a lease. */
  private static final Duration DEADLINE = Duration.ofSeconds(8);

  private static final Duration MOMENT = Duration.ofMillis(1_200);

  private final Municipalities municipalities;
  private final LineStores stores;
  private final Clock clock;
  private final ReadEvents received = new ReadEvents();
  private final EventReader events = new EventReader();
  private final Forwards forwards;
  private final Consequences consequences;
  private final Replies replies;
  private final LineClients clients;
  private final LineCalls calls;
  private final Quota quota;
  private final Pushes pushes;
  private final LoadingSign loading;
  private final List<ErrandRunner> runners;

  /** With the sentences for what stands on LINE's own buttons. */
  public LineChannel(
      Municipalities municipalities,
      LineStores stores,
      Curation curation,
      FaqCatalog catalog,
      Sentences sentences,
      Clock clock) {
    this(municipalities, stores, curation, catalog, sentences, clock, DEADLINE, MOMENT);
  }

  LineChannel(
      Municipalities municipalities,
      LineStores stores,
      Curation curation,
      FaqCatalog catalog,
      Sentences sentences,
      Clock clock,
      Duration deadline,
      Duration moment) {
    this.municipalities = municipalities;
    this.stores = stores;
    this.clock = clock;
    this.forwards = new Forwards(stores.errands(), events);
    this.consequences =
        new Consequences(
            municipalities, stores, new Votes(stores.conversations(), curation), forwards);
    this.replies =
        new Replies(
            municipalities,
            new ReplyComposer(
                sentences, new KnownDepartments(catalog), new KnownQuestions(catalog)));
    this.clients = new LineClients(deadline);
    this.calls = new LineCalls(deadline);
    this.quota = new Quota(clock, deadline);
    this.pushes = new Pushes(municipalities, stores, clock);
    this.loading = new LoadingSign(clients, stores.inbox(), moment);
    this.runners =
        List.of(
            new PushRunner(municipalities, stores, clients, calls, quota),
            new ContentRunner(municipalities, stores.attachments(), deadline.multipliedBy(4)),
            new ForwardRunner(municipalities, deadline));
  }

  @Override
  public String name() {
    return NAME;
  }

  /** What is done beside the turns: pushing, fetching, forwarding. */
  public List<ErrandRunner> runners() {
    return runners;
  }

  /** How many the town may still push this month, as last heard; empty: unknown. */
  public OptionalLong quotaLeft(MunicipalityCode town) {
    return quota.lastKnown(town);
  }

  @Override
  public Optional<Inquiry> read(Arrival arrival) {
    return Optional.ofNullable(reading(arrival).said())
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
  public boolean isTooLate(Arrival arrival) {
    ReceivedEvent event = received.of(arrival.payload());
    return event.replyToken().isPresent()
        && !clock.instant().isBefore(event.replyTokenExpiresAt())
        && !pushes.areAllowed(arrival.municipality());
  }

  @Override
  public String silence(Arrival arrival) {
    return reading(arrival).silence();
  }

  private Reading reading(Arrival arrival) {
    Optional<LineSettings> town =
        municipalities.find(arrival.municipality()).map(LineSettings::new);
    Reading reading =
        events.read(
            received.of(arrival.payload()), town.flatMap(LineSettings::forwardUrl).isPresent());
    return town.filter(LineSettings::keepsAttachments).isPresent()
        ? reading
        : reading.keepingNothing();
  }

  @Override
  public boolean takeUp(Arrival arrival) {
    loading.answered(arrival.municipality(), arrival.messageId());
    return consequences.of(
        arrival, received.of(arrival.payload()), () -> reading(arrival), clock.instant());
  }

  @Override
  public Optional<Dispatch> write(
      Arrival arrival, Conversation conversation, Outcome outcome, List<Utterance> lines) {
    return replies.write(
        arrival, received.of(arrival.payload()), conversation.epoch(), lines, clock.instant());
  }

  @Override
  public Delivery send(Dispatch dispatch) {
    Optional<Municipality> town = municipalities.find(dispatch.municipality());
    Optional<Line> client = town.flatMap(clients::of);
    return client
        .map(
            line ->
                calls.reply(dispatch.municipality(), line, Outgoing.ofPayload(dispatch.payload())))
        .orElse(Attempt.WITHOUT_TOKEN)
        .delivery(dispatch);
  }

  @Override
  public Delivery expired(Dispatch dispatch) {
    return new Delivery(
        Attempt.mayHaveArrived(dispatch) ? SendState.AMBIGUOUS : SendState.GIVEN_UP,
        Attempt.EXPIRED);
  }

  @Override
  public boolean passOn(Dispatch dispatch, String note) {
    return pushes.give(dispatch, note);
  }

  @Override
  public boolean bringByHand(Dispatch dispatch) {
    return pushes.giveByHand(dispatch);
  }

  @Override
  public List<String> troubles(Municipality town) {
    return LineTroubles.of(town, clients.of(town), quota.lastKnown(town.code()));
  }

  /** Beside the storing of a delivery: for the webhook. */
  Beside beside() {
    return new Beside(stores, forwards, loading);
  }

  @Override
  public void close() {
    loading.close();
  }
}
