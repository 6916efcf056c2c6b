package madoguchi.channel.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import madoguchi.bot.town.Municipalities;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Before the web chat's API: lets in the pages of allowed sites only, answers browsers that ask
 * beforehand, bounds what is read, and forbids every cache to keep what is said.
 */
public final class WebGate implements WebFilter, Ordered {

  private static final List<PathPattern> PATHS =
      Stream.of("/api/v1/{municipality}/conversations/**", "/api/v1/{municipality}/completions")
          .map(PathPatternParser.defaultInstance::parse)
          .toList();

  private final Origins origins;
  private final DefaultCorsProcessor cors = new DefaultCorsProcessor();

  public WebGate(Municipalities municipalities) {
    this.origins = new Origins(municipalities);
  }

  /** Before security: a browser that asks beforehand has no token yet. */
  @Override
  public int getOrder() {
    return -200;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    PathContainer path = request.getPath().pathWithinApplication();
    PathPattern.@Nullable PathMatchInfo match =
        PATHS.stream()
            .map(pattern -> pattern.matchAndExtract(path))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (match == null) {
      return chain.filter(exchange);
    }
    exchange.getResponse().getHeaders().setCacheControl("no-store");
    String town = String.valueOf(match.getUriVariables().get("municipality"));
    return admit(exchange, town)
        .flatMap(
            further ->
                further
                    ? chain.filter(exchange.mutate().request(BodyLimit.guard(request)).build())
                    : Mono.empty());
  }

  /** Whether the request goes further; 403 for a site that is not allowed. */
  private Mono<Boolean> admit(ServerWebExchange exchange, String town) {
    ServerHttpRequest request = exchange.getRequest();
    if (Origins.isOwn(request)) {
      return Mono.just(true);
    }
    // The town's setting may have to be read from the store, which would block the event loop.
    return Mono.fromCallable(() -> origins.configuration(town))
        .subscribeOn(Schedulers.boundedElastic())
        .map(configuration -> answer(exchange, configuration));
  }

  private boolean answer(ServerWebExchange exchange, CorsConfiguration configuration) {
    if (!cors.process(configuration, exchange)) {
      throw WebProblem.of(403, "origin");
    }
    return !CorsUtils.isPreFlightRequest(exchange.getRequest());
  }
}
