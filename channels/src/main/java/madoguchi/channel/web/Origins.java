package madoguchi.channel.web;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.CorsConfiguration;

/**
 * The sites on which a town's chat may live: this server's own, and those of the town's setting
 * {@code web.allowed-origins}, a comma between two.
 */
final class Origins {

  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

  private final Municipalities municipalities;

  Origins(Municipalities municipalities) {
    this.municipalities = new KnownTowns(municipalities);
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
            .map(found -> of(found).map(origin -> origin.toLowerCase(Locale.ROOT)).toList())
            .orElse(List.of()));
    cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
    cors.setAllowedHeaders(
        List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, "Last-Event-ID"));
    cors.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
    cors.setMaxAge(Duration.ofMinutes(10));
    return cors;
  }

  /** A town's own sites; what is no origin is left out. */
  static Stream<String> of(Municipality town) {
    return TownSetting.ALLOWED_ORIGINS.of(town).stream()
        .flatMap(setting -> Arrays.stream(setting.split(",")))
        .map(String::strip)
        .filter(Origins::isOrigin);
  }

  /** Whether it is a scheme, a host and perhaps a port, and nothing else. */
  static boolean isOrigin(String text) {
    return ORIGIN.matcher(text).matches();
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
