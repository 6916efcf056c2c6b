package madoguchi.channel.web;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.desk.Curation;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.inquiry.Pseudonyms;
import madoguchi.bot.limit.RateLimits;
import madoguchi.bot.post.Signals;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.bot.town.RandomId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/**
 * The web chat's API. Every method returns a plain value, so that WebFlux calls it on a virtual
 * thread, where it may wait. Needs {@link WebGate} and {@link WebProblems} beside it.
 */
@RestController
@RequestMapping("/api/v1/{municipality}/conversations")
public final class WebController {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Entrance entrance;
  private final Stores stores;
  private final Curation curation;
  private final Signals signals;
  private final Pseudonyms pseudonyms;
  private final Clock clock;
  private final Limits limits;
  private final Postbox postbox;
  private final EventStreams streams;

  /**
   * Over the stores of all towns.
   *
   * @param curation takes residents' votes
   * @param wake tells the workers that something waits; must not block
   */
  public WebController(
      Municipalities municipalities,
      Pseudonyms pseudonyms,
      Stores stores,
      Curation curation,
      Signals signals,
      Runnable wake,
      Clock clock,
      RateLimits rateLimits,
      WebSettings settings) {
    this.entrance = new Entrance(municipalities, stores.conversations(), pseudonyms);
    this.stores = stores;
    this.curation = curation;
    this.signals = signals;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
    this.limits = new Limits(rateLimits, settings);
    this.postbox = new Postbox(stores, signals, wake, clock, limits, settings);
    this.streams = new EventStreams(stores, signals, settings);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Wire.Opened open(@PathVariable String municipality, ServerHttpRequest request) {
    Municipality town = entrance.town(municipality);
    limits.conversation(town, Visitor.of(request));
    String token = RandomId.token();
    return Entrance.stored(
        town,
        () -> {
          Citizen citizen = pseudonyms.citizen(town.code(), WebChannel.NAME, token);
          Conversation fresh =
              stores.conversations().open(town.code(), WebChannel.NAME, citizen, clock.instant());
          return new Wire.Opened(fresh.id(), token);
        });
  }

  @PostMapping(path = "/{id}/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Wire.Reply> say(
      @PathVariable String municipality,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String auth,
      @RequestBody PostedMessage posted) {
    Municipality town = entrance.town(municipality);
    Conversation conversation = entrance.conversation(town, id, auth);
    Wire.Reply reply = postbox.take(town, conversation, posted.id(), posted.said());
    return ResponseEntity.status(
            reply.equals(Wire.Reply.PENDING) ? HttpStatus.ACCEPTED : HttpStatus.OK)
        .body(reply);
  }

  /** For where a gateway holds streams back: how the conversation stands. */
  @GetMapping("/{id}")
  Wire.State state(
      @PathVariable String municipality,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String auth) {
    Municipality town = entrance.town(municipality);
    Conversation conversation = entrance.conversation(town, id, auth);
    return Entrance.stored(town, () -> streams.state(conversation));
  }

  /** For where a gateway holds streams back: the lines after that number, at most 500 at a time. */
  @GetMapping("/{id}/messages")
  List<Wire.Line> lines(
      @PathVariable String municipality,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String auth,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Municipality town = entrance.town(municipality);
    Conversation conversation = entrance.conversation(town, id, auth);
    long number = number(after, "after");
    return Entrance.stored(
        town,
        () ->
            stores.conversations().after(town.code(), conversation.id(), number).stream()
                .map(Wire.Line::of)
                .toList());
  }

  @PutMapping(
      path = "/{id}/messages/{messageId}/feedback",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void feedback(
      @PathVariable String municipality,
      @PathVariable String id,
      @PathVariable String messageId,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String auth,
      @RequestBody PostedFeedback posted) {
    Municipality town = entrance.town(municipality);
    Conversation conversation = entrance.conversation(town, id, auth);
    boolean useful = posted.vote();
    if (!NUMBER.matcher(messageId).matches()
        || !Entrance.stored(
            town, () -> curation.vote(conversation, Long.parseLong(messageId), useful))) {
      throw WebProblem.of(404, "message");
    }
  }

  /** Ends the conversation and erases it. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(
      @PathVariable String municipality,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String auth) {
    Municipality town = entrance.town(municipality);
    Conversation conversation = entrance.conversation(town, id, auth);
    Entrance.stored(
        town,
        () -> {
          stores.conversations().erase(town.code(), conversation.id());
          return true;
        });
    signals.raise(town.code(), conversation.id());
  }

  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<Flux<ServerSentEvent<Object>>> events(
      @PathVariable String municipality,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String auth,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    Municipality town = entrance.town(municipality);
    Conversation conversation = entrance.conversation(town, id, auth);
    return ResponseEntity.ok()
        // nginx would otherwise collect events before it passes them on.
        .header("X-Accel-Buffering", "no")
        .body(streams.of(conversation, number(lastEventId, "last-event-id")));
  }

  /** Open streams must not hold up the server when it stops. */
  @EventListener(ContextClosedEvent.class)
  void endStreams() {
    streams.close();
  }

  private static long number(@Nullable String text, String code) {
    if (text == null || text.isEmpty()) {
      return 0;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw WebProblem.of(400, code);
    }
    return Long.parseLong(text);
  }
}
