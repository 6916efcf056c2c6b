package madoguchi.channel.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import madoguchi.bot.town.StorageAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every failed request under {@code /api/v1/} with a problem (RFC 9457) in plain Japanese:
 * {@code type}, {@code title}, {@code status}, {@code detail}, and {@code code} for programs. What
 * an exception says never gets out.
 */
public final class WebProblems implements WebExceptionHandler, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(WebProblems.class);
  private static final String PREFIX = "/api/v1/";

  private final ProblemWords words = new ProblemWords();
  private final JsonMapper json = JsonMapper.builder().build();

  /** Before Spring Boot's own error page, which has -1. */
  @Override
  public int getOrder() {
    return -3;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
    ServerHttpResponse response = exchange.getResponse();
    if (!exchange.getRequest().getPath().value().startsWith(PREFIX) || response.isCommitted()) {
      return Mono.error(thrown);
    }
    if (thrown instanceof WebProblem problem) {
      problem.headers().forEach(response.getHeaders()::set);
      return write(response, problem.status(), problem.code(), problem.facts());
    }
    if (thrown instanceof StorageAway) {
      return write(response, 503, "unavailable-anywhere", Map.of());
    }
    if (thrown instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      int status = known.getStatusCode().value();
      known.getHeaders().forEach(response.getHeaders()::put);
      return write(response, status, "http-" + status, Map.of());
    }
    // The message may hold the resident's words; the place in the code does not.
    LOG.error(
        "a request failed: {} at {}", thrown.getClass().getName(), List.of(thrown.getStackTrace()));
    return write(response, 500, "internal", Map.of());
  }

  private Mono<Void> write(
      ServerHttpResponse response, int status, String code, Map<String, String> facts) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", words.title(status));
    problem.put("status", status);
    problem.put("detail", words.detail(code, facts));
    problem.put("code", code);
    response.setStatusCode(HttpStatusCode.valueOf(status));
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().set(HttpHeaders.CONTENT_LANGUAGE, "ja");
    response.getHeaders().setCacheControl("no-store");
    return response.writeWith(
        Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
  }
}
