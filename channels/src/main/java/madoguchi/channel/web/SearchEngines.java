package madoguchi.channel.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells search engines where the readable answers are ({@code /sitemap.xml}) and where there is
 * nothing to find ({@code /robots.txt}).
 */
@RestController
public final class SearchEngines {

  /** As the protocol bounds one file. */
  private static final int MOST_ADDRESSES = 50_000;

  private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private static final Duration KEPT = Duration.ofHours(1);

  private final Municipalities municipalities;
  private final ShownEntries entries;
  private final Clock clock;
  private final PublicAddress address;

  /** Over all towns and their entries. */
  public SearchEngines(
      Municipalities municipalities, FaqCatalog catalog, Clock clock, PublicAddress address) {
    this.municipalities = municipalities;
    this.entries = new ShownEntries(catalog, new PageWords().say("category.none"));
    this.clock = clock;
    this.address = address;
  }

  @GetMapping("/robots.txt")
  ResponseEntity<String> robots(ServerHttpRequest request) {
    return answer(TEXT)
        .body(
            """
            User-agent: *
            Disallow: /api/
            Disallow: /embed/
            Disallow: /staff
            Sitemap: %s/sitemap.xml
            """
                .formatted(address.seenBy(request)));
  }

  @GetMapping("/sitemap.xml")
  ResponseEntity<String> sitemap(ServerHttpRequest request) {
    String base = address.seenBy(request);
    Html places =
        Html.join(
            municipalities.all().stream()
                .flatMap(town -> places(base, town))
                .limit(MOST_ADDRESSES));
    return answer(XML)
        .body(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            %s
            </urlset>
            """
                .formatted(places.markup()));
  }

  private Stream<Html> places(String base, Municipality town) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Municipality.ZONE);
    Map<String, List<FaqEntry>> shown = entries.of(town, today).byCategory();
    return Stream.of(
            Stream.of(place(base + "/chat/" + town.code()), place(base + "/faq/" + town.code())),
            shown.keySet().stream()
                .map(category -> place(base + FaqPages.categoryAddress(town, category))),
            shown.values().stream()
                .flatMap(List::stream)
                .map(entry -> place(base + FaqPages.address(town, entry))))
        .flatMap(all -> all);
  }

  private static Html place(String where) {
    return Html.fill("<url><loc>{{where}}</loc></url>", Map.of("where", where));
  }

  private static ResponseEntity.BodyBuilder answer(MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .header("X-Content-Type-Options", "nosniff");
  }
}
