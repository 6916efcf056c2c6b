package madoguchi.channel.line;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import madoguchi.bot.desk.Delivery;
import madoguchi.bot.desk.ErrandRunner;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.channel.line.LineClients.Line;

/**
 * Pushes what could not be replied, by the rules: the town allows it, the resident has not left,
 * the quota is not used up. Every try carries the same key, so that LINE takes one of them only. A
 * token that is refused or missing is waited for, without a call.
 */
final class PushRunner implements ErrandRunner {

  static final String KIND = "line.push";

  /** LINE forgets a key after a day: no try may come later. */
  static final Duration KEY_LIVES = Duration.ofHours(23);

  private final Municipalities municipalities;
  private final LineStores stores;
  private final LineClients clients;
  private final LineCalls calls;
  private final Quota quota;

  PushRunner(
      Municipalities municipalities,
      LineStores stores,
      LineClients clients,
      LineCalls calls,
      Quota quota) {
    this.municipalities = municipalities;
    this.stores = stores;
    this.clients = clients;
    this.calls = calls;
    this.quota = quota;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int width() {
    return 16;
  }

  @Override
  public Duration longest() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Delivery run(Errand errand) {
    Outgoing outgoing = Outgoing.ofPayload(errand.payload());
    Optional<Municipality> town = municipalities.find(errand.municipality());
    Optional<Line> line = town.flatMap(clients::of);
    if (town.isEmpty() || line.isEmpty()) {
      return PushVerdict.tryAgain(errand, Attempt.WITHOUT_TOKEN);
    }
    if (!outgoing.byHand() && !new LineSettings(town.get()).pushes()) {
      return PushVerdict.givenUp("push-off");
    }
    if (stores.conversations().hasLeft(errand.municipality(), errand.conversationId())) {
      return PushVerdict.givenUp("left");
    }
    if (line.get().isRefused()) {
      return PushVerdict.tryAgain(errand, Attempt.stopped(line.get().refusal().get()));
    }
    OptionalLong left = quota.left(errand.municipality(), line.get());
    if (left.isEmpty()) {
      return PushVerdict.tryAgain(errand, new Attempt(Attempt.Kind.NOT_SENT, "quota unknown"));
    }
    if (left.getAsLong() < 1) {
      return PushVerdict.givenUp("quota");
    }
    return push(errand, outgoing, line.get());
  }

  private Delivery push(Errand errand, Outgoing outgoing, Line line) {
    Attempt attempt = calls.push(errand.municipality(), line, outgoing, PushVerdict.key(errand));
    return switch (attempt.kind()) {
      case ACCEPTED -> {
        quota.spent(errand.municipality());
        yield new Delivery(SendState.SENT, attempt.cause());
      }
      case UNCLEAR, NO_TOKEN -> PushVerdict.tryAgain(errand, attempt);
      case NOT_SENT ->
          attempt.cause().equals("429")
              ? limited(errand, attempt, line)
              : PushVerdict.tryAgain(errand, attempt);
      case REJECTED, HOPELESS ->
          attempt.cause().equals("409")
              ? new Delivery(SendState.SENT, "409")
              : PushVerdict.givenUp(attempt.cause());
    };
  }

  /** 429 means the rate or the month's quota; the texts may change, so LINE is asked. */
  private Delivery limited(Errand errand, Attempt attempt, Line line) {
    quota.forget(errand.municipality());
    OptionalLong left = quota.left(errand.municipality(), line);
    return left.isPresent() && left.getAsLong() < 1
        ? PushVerdict.givenUp("quota")
        : PushVerdict.tryAgain(errand, attempt);
  }

  /** What a person had pushed and did not arrive is theirs again, to be pushed once more. */
  @Override
  public void ended(Errand errand, Delivery end) {
    if (Outgoing.ofPayload(errand.payload()).byHand()) {
      stores
          .outbox()
          .settleReleased(
              errand.municipality(),
              Replies.id(errand.belongsTo()),
              end.state() == SendState.SENT,
              end.note());
    }
  }

  @Override
  public Delivery expired(Errand errand) {
    return PushVerdict.late(errand);
  }
}
