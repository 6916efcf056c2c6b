package madoguchi.channel.web;

import java.util.Map;
import madoguchi.bot.town.Municipality;
import org.springframework.http.HttpHeaders;

/** A request that ends with a problem instead of a result. */
final class WebProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Map<String, String> facts;
  private final transient Map<String, String> headers;

  /**
   * A problem of that kind.
   *
   * @param code names the sentence in the resource file and goes out as {@code code}
   * @param facts stand in the sentence's braces
   */
  private WebProblem(
      int status, String code, Map<String, String> facts, Map<String, String> headers) {
    // Expected ways to end: where they arose is of no interest.
    super(code, null, false, false);
    this.status = status;
    this.facts = facts;
    this.headers = headers;
  }

  static WebProblem of(int status, String code) {
    return new WebProblem(status, code, Map.of(), Map.of());
  }

  static WebProblem unauthorized(String code, String challenge) {
    return new WebProblem(401, code, Map.of(), Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
  }

  static WebProblem tooMany(String code, long seconds) {
    String wait = Long.toString(seconds);
    return new WebProblem(
        429, code, Map.of("{seconds}", wait), Map.of(HttpHeaders.RETRY_AFTER, wait));
  }

  /** The rest of the request is not read: the line is closed after the answer. */
  static WebProblem tooLarge() {
    return new WebProblem(413, "too-large", Map.of(), Map.of(HttpHeaders.CONNECTION, "close"));
  }

  /** Nothing can be stored or looked up; the office can still be called. */
  static WebProblem unavailable(Municipality town) {
    return new WebProblem(
        503,
        "unavailable",
        Map.of("{telephone}", town.telephone(), "{hours}", town.hours()),
        Map.of(HttpHeaders.RETRY_AFTER, "5"));
  }

  int status() {
    return status;
  }

  String code() {
    return String.valueOf(getMessage());
  }

  Map<String, String> facts() {
    return facts;
  }

  Map<String, String> headers() {
    return headers;
  }
}
