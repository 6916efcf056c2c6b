package madoguchi.channel.line;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import madoguchi.bot.inquiry.Pseudonyms;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Letter;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import tools.jackson.databind.JsonNode;

/**
 * Where LINE delivers. Checks in the contract's order, stores every event durably, and only then
 * answers 200: after that LINE does not deliver it again. What the events mean is read later, by
 * {@link LineChannel}.
 *
 * <p>Blocks; {@link WebhookHandler} runs it on virtual threads.
 */
public final class LineWebhook {

  private static final Logger LOG = LoggerFactory.getLogger(LineWebhook.class);
  private static final String BOT_USER_ID = "line.bot-user-id";

  private final Municipalities municipalities;
  private final Beside beside;
  private final Inbox inbox;
  private final Pseudonyms pseudonyms;
  private final Clock clock;
  private final Runnable wake;
  private final BodyBudget budget = BodyBudget.ofHeap();

  /** The given {@code wake} tells the workers that something came; must not block. */
  public LineWebhook(
      Municipalities municipalities,
      LineChannel channel,
      Inbox inbox,
      Pseudonyms pseudonyms,
      Clock clock,
      Runnable wake) {
    this.municipalities = municipalities;
    this.beside = channel.beside();
    this.inbox = inbox;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
    this.wake = wake;
  }

  /** Takes in one delivery. */
  ResponseEntity<byte[]> receive(
      String municipality, @Nullable String signature, ServerHttpRequest request) {
    ResponseEntity<byte[]> response = answer(municipality, signature, request);
    InetSocketAddress sender = request.getRemoteAddress();
    LOG.info(
        "webhook of {} from {}: {}",
        MunicipalityCode.isValid(municipality) ? municipality : "?",
        sender == null ? "?" : sender.getHostString(),
        response.getStatusCode().value());
    return response;
  }

  private ResponseEntity<byte[]> answer(
      String municipality, @Nullable String signature, ServerHttpRequest request) {
    try (BodyShare share = budget.share()) {
      Municipality town =
          municipalities
              .named(municipality)
              .filter(t -> t.setting(LineSignature.SECRET).isPresent())
              .orElseThrow(() -> new Refused(Refusal.NO_LINE_HERE));
      byte[] body = SignedBody.of(town, new RawBody(share), signature, request);
      List<ReceivedEvent> events = received(WebhookBody.events(body, town.setting(BOT_USER_ID)));
      beside.before(
          town,
          events,
          () -> Parcel.of(body, String.valueOf(signature), contentType(request)),
          clock.instant());
      store(town.code(), events);
      beside.after(town, events, pseudonyms, clock.instant());
      return ResponseEntity.ok().build();
    } catch (Refused refused) {
      return refused.refusal().response(request.getPath().value());
    } catch (RuntimeException storage) {
      // Its message may hold what was to be stored.
      LOG.error("a webhook of {} cannot be stored: {}", municipality, storage.getClass().getName());
      return Refusal.CANNOT_STORE.response(request.getPath().value());
    }
  }

  private List<ReceivedEvent> received(List<JsonNode> events) {
    Instant now = clock.instant();
    return events.stream().map(event -> new ReceivedEvent(now, event)).toList();
  }

  private static String contentType(ServerHttpRequest request) {
    return String.valueOf(request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
  }

  private void store(MunicipalityCode municipality, List<ReceivedEvent> events) {
    // By id: LINE may repeat an event within one delivery.
    TreeMap<String, Letter> letters = new TreeMap<>();
    for (ReceivedEvent received : events) {
      letters.putIfAbsent(received.messageId(), letter(municipality, received));
    }
    if (!letters.isEmpty()) {
      // A repetition that differs, in isRedelivery or the time of receipt, is still a repetition.
      inbox.receive(List.copyOf(letters.values()));
      wake.run();
    }
  }

  private Letter letter(MunicipalityCode municipality, ReceivedEvent received) {
    return new Letter(
        municipality,
        LineChannel.NAME,
        pseudonyms.citizen(municipality, LineChannel.NAME, received.chat()),
        received.messageId(),
        received.sentAt(),
        received.receivedAt(),
        received.toPayload());
  }
}
