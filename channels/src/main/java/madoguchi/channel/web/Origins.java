package madoguchi.channel.web;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import madoguchi.bot.town.Municipalities;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.CorsConfiguration;

/**
 * The sites on which a town's chat may live: this server's own, and those of the town's setting
 * {@code web.allowed-origins}, a comma between two.
 */
final class Origins {

  private static final String SETTING = "web.allowed-origins";

  private final Municipalities municipalities;

  Origins(Municipalities municipalities) {
    this.municipalities = municipalities;
  }

  /**
   * Whether the request comes from a page of this server. Browsers that say so are believed, since
   * no page can forge it and a proxy may have changed scheme and host.
   */
  static boolean isOwn(ServerHttpRequest request) {
    String origin = request.getHeaders().getOrigin();
    return origin == null
        || "same-origin".equals(request.getHeaders().getFirst("Sec-Fetch-Site"))
        || authority(origin).equalsIgnoreCase(request.getHeaders().getFirst(HttpHeaders.HOST));
  }

  /** What pages of other sites may do; asks the store. */
  CorsConfiguration configuration(String town) {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(
        municipalities
            .named(town)
            .flatMap(found -> found.setting(SETTING))
            .map(Origins::list)
            .orElse(List.of()));
    cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
    cors.setAllowedHeaders(
        List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, "Last-Event-ID"));
    cors.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
    cors.setMaxAge(Duration.ofMinutes(10));
    return cors;
  }

  private static List<String> list(String setting) {
    return Arrays.stream(setting.split(","))
        .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
        .filter(origin -> !origin.isEmpty())
        .toList();
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
