package madoguchi.channel.line;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hands webhooks to {@link LineWebhook} before filters, routes and observations see them: of what a
 * webhook costs in a burst these took more than the storing.
 */
public final class WebhookHandler implements HttpHandler {

  /** The one address; the other handler gets all else. */
  public static final String PATH = "/line/{municipality}/webhook";

  private static final PathPattern PATTERN = PathPatternParser.defaultInstance.parse(PATH);

  private final LineWebhook webhook;
  private final UnaryOperator<ServerHttpRequest> seen;
  private final Scheduler blocking;
  private final BiConsumer<HttpStatusCode, Duration> answered;
  private final HttpHandler others;

  /**
   * Before another handler.
   *
   * @param seen the request as a proxy says that it was sent
   * @param blocking runs what blocks, each on a thread of its own
   * @param answered is told of each answer, and how long it took
   */
  public WebhookHandler(
      LineWebhook webhook,
      UnaryOperator<ServerHttpRequest> seen,
      Executor blocking,
      BiConsumer<HttpStatusCode, Duration> answered,
      HttpHandler others) {
    this.webhook = webhook;
    this.seen = seen;
    // Not as a service, which would be interrupted when the sender hangs up: what has come may be
    // stored already.
    this.blocking = Schedulers.fromExecutor(work -> blocking.execute(work));
    this.answered = answered;
    this.others = others;
  }

  @Override
  public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
    PathPattern.@Nullable PathMatchInfo match =
        PATTERN.matchAndExtract(request.getPath().pathWithinApplication());
    if (match == null) {
      return others.handle(request, response);
    }
    if (!request.getMethod().equals(HttpMethod.POST)) {
      response.setStatusCode(HttpStatus.METHOD_NOT_ALLOWED);
      response.getHeaders().setAllow(Set.of(HttpMethod.POST));
      return response.setComplete();
    }
    String municipality = Objects.requireNonNull(match.getUriVariables().get("municipality"));
    long begun = System.nanoTime();
    return Mono.fromCallable(() -> receive(municipality, request))
        .subscribeOn(blocking)
        .flatMap(answer -> write(answer, response))
        .doOnTerminate(
            () ->
                answered.accept(
                    Objects.requireNonNullElse(
                        response.getStatusCode(), HttpStatus.INTERNAL_SERVER_ERROR),
                    Duration.ofNanos(System.nanoTime() - begun)));
  }

  private ResponseEntity<byte[]> receive(String municipality, ServerHttpRequest request) {
    return webhook.receive(
        municipality, request.getHeaders().getFirst("x-line-signature"), seen.apply(request));
  }

  private static Mono<Void> write(ResponseEntity<byte[]> answer, ServerHttpResponse response) {
    response.setStatusCode(answer.getStatusCode());
    response.getHeaders().putAll(answer.getHeaders());
    byte @Nullable [] body = answer.getBody();
    if (body == null) {
      return response.setComplete();
    }
    response.getHeaders().setContentLength(body.length);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }
}
