package madoguchi.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import madoguchi.bot.town.StorageAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/**
 * Answers what no door answers by itself: a page for browsers, a problem (RFC 9457) for programs.
 * Neither repeats what was asked for.
 */
final class ErrorPages implements WebExceptionHandler, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private static final String PROBLEM =
      "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}";

  private final MessageSource words;
  private final String page;

  /**
   * Pages in the staff's and residents' words.
   *
   * @param page HTML with places for a title and a sentence
   */
  ErrorPages(MessageSource words, String page) {
    this.words = words;
    this.page = page;
  }

  /** Behind the web chat's own, before Spring Boot's. */
  @Override
  public int getOrder() {
    return -2;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(thrown);
    }
    HttpStatusCode status = status(thrown);
    if (status.is5xxServerError()) {
      // The message may hold what somebody typed; the place in the code does not.
      LOG.error(
          "a request failed: {} at {}",
          thrown.getClass().getName(),
          List.of(thrown.getStackTrace()));
    }
    boolean forBrowser =
        exchange.getRequest().getHeaders().getAccept().stream()
            .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    String title = word("error.title.", status);
    String detail = word("error.detail.", status);
    response.setStatusCode(status);
    response
        .getHeaders()
        .setContentType(
            forBrowser
                ? MediaType.parseMediaType("text/html;charset=UTF-8")
                : MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setCacheControl("no-store");
    String body =
        forBrowser
            ? page.formatted(HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(detail))
            : PROBLEM.formatted(title, status.value(), detail);
    return response.writeWith(
        Mono.fromSupplier(
            () -> response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
  }

  private static HttpStatusCode status(Throwable thrown) {
    if (thrown instanceof StorageAway) {
      return HttpStatus.SERVICE_UNAVAILABLE;
    }
    return thrown instanceof ErrorResponse known
        ? known.getStatusCode()
        : HttpStatus.INTERNAL_SERVER_ERROR;
  }

  private String word(String name, HttpStatusCode status) {
    String kind = status.is5xxServerError() ? "5xx" : "4xx";
    String general = words.getMessage(name + kind, null, Locale.JAPANESE);
    return String.valueOf(words.getMessage(name + status.value(), null, general, Locale.JAPANESE));
  }
}
