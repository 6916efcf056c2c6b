package madoguchi.channel.web;

import java.time.Duration;
import java.util.Map;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The towns' pictures; public, so that the widget may draw them on any site. */
@RestController
public final class WebIcons {

  private static final Duration KEPT = Duration.ofDays(365);

  private final Municipalities municipalities;

  public WebIcons(Municipalities municipalities) {
    this.municipalities = municipalities;
  }

  @GetMapping("/icon/{municipality}")
  ResponseEntity<byte[]> icon(@PathVariable String municipality) {
    Municipality town = municipalities.named(municipality).orElseThrow(Missing::new);
    TownIcon icon = TownIcon.of(town).orElseThrow(Missing::new);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
        .header("X-Content-Type-Options", "nosniff")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .body(icon.png());
  }

  /** The picture beside the town's name, which says it all; nothing without one. */
  static Html beside(Municipality town) {
    return TownIcon.of(town)
        .map(
            icon ->
                Html.fill(
                    "<img src=\"{{address}}\" alt=\"\" width=\"32\" height=\"32\">",
                    Map.of("address", icon.address(town))))
        .orElse(Html.EMPTY);
  }

  /** The picture on the browser's tab. */
  static String onTab(Municipality town, WebAssets assets) {
    return TownIcon.of(town)
        .map(icon -> icon.address(town))
        .orElseGet(() -> assets.folder() + "/icon.svg");
  }
}
