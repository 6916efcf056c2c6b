package madoguchi.staff.account;

import java.time.Duration;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The cookie that carries a session: the town and the session's id.
 *
 * @param id as {@link StaffSessions} gave it
 */
record SessionCookie(MunicipalityCode municipality, String id) {

  private static final String NAME = "madoguchi_staff";

  /** The cookie of a request; empty when it has none or a malformed one. */
  static Optional<SessionCookie> of(ServerHttpRequest request) {
    HttpCookie cookie = request.getCookies().getFirst(NAME);
    String value = cookie == null ? "" : cookie.getValue();
    int dot = value.indexOf('.');
    return dot > 0 && value.length() <= 100 && MunicipalityCode.isValid(value.substring(0, dot))
        ? Optional.of(
            new SessionCookie(
                new MunicipalityCode(value.substring(0, dot)), value.substring(dot + 1)))
        : Optional.empty();
  }

  /** As the answer to a request sets it. */
  ResponseCookie set(ServerHttpRequest request) {
    return written(request, municipality + "." + id, StaffSessions.LONGEST);
  }

  /** Takes the cookie away. */
  static ResponseCookie removed(ServerHttpRequest request) {
    return written(request, "", Duration.ZERO);
  }

  /**
   * Whether the browser speaks HTTPS, be it only to a proxy that says nothing of it: then its own
   * log-in form tells, by where it was sent from. Whoever makes that up only binds the own cookie.
   */
  private static boolean isEncrypted(ServerHttpRequest request) {
    String origin = String.valueOf(request.getHeaders().getOrigin());
    return "https".equals(request.getURI().getScheme())
        || "https".equals(request.getHeaders().getFirst("X-Forwarded-Proto"))
        || origin.startsWith("https://");
  }

  private static ResponseCookie written(ServerHttpRequest request, String value, Duration age) {
    return ResponseCookie.from(NAME, value)
        .path("/staff")
        .httpOnly(true)
        .sameSite("Lax")
        .secure(isEncrypted(request))
        .maxAge(age)
        .build();
  }
}
