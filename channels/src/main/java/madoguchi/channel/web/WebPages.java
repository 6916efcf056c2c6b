package madoguchi.channel.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.bot.town.StorageAway;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The residents' pages: the chat as a page ({@code /}, {@code /chat/demo}) and in a frame ({@code
 * /embed/demo}), and the FAQ to read ({@code /faq/demo}, {@code /faq/demo/<id>}).
 */
@RestController
public final class WebPages {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final Municipalities municipalities;
  private final MunicipalityCode home;
  private final Clock clock;
  private final WebAssets assets;
  private final PageWords words = new PageWords();
  private final FaqPages faq;
  private final PublicAddress address;
  private final JsonMapper json = JsonMapper.builder().build();
  private final String chatTemplate = Html.template("chat");

  /**
   * Over the towns and their entries.
   *
   * @param home the town whose chat stands at {@code /}
   */
  public WebPages(
      Municipalities municipalities,
      FaqCatalog catalog,
      MunicipalityCode home,
      Clock clock,
      WebAssets assets,
      PublicAddress address) {
    this.municipalities = new KnownTowns(municipalities);
    this.home = home;
    this.clock = clock;
    this.assets = assets;
    this.faq = new FaqPages(catalog, words, assets, address);
    this.address = address;
  }

  @GetMapping("/")
  ResponseEntity<String> home() {
    return chat(home.value());
  }

  @GetMapping("/chat/{municipality}")
  ResponseEntity<String> chat(@PathVariable String municipality) {
    return page(municipality, "'none'", town -> chat(town, "page", "_self"));
  }

  /** For a frame in the town's own site; other sites may not frame it. */
  @GetMapping("/embed/{municipality}")
  ResponseEntity<String> embed(@PathVariable String municipality) {
    String ancestors = municipalities.named(municipality).map(WebPages::ancestors).orElse("'self'");
    return page(municipality, ancestors, town -> chat(town, "embed", "_blank"));
  }

  @GetMapping("/faq/{municipality}")
  ResponseEntity<String> faq(
      @PathVariable String municipality,
      @RequestParam(name = "category", required = false) @Nullable String category) {
    return page(
        municipality,
        "'none'",
        town -> category == null ? faq.home(town, today()) : faq.category(town, today(), category));
  }

  @GetMapping("/faq/{municipality}/{id}")
  ResponseEntity<String> entry(@PathVariable String municipality, @PathVariable String id) {
    return page(municipality, "'none'", town -> faq.entry(town, today(), id));
  }

  /** What the widget shows first; public, so that it works on any site that may load it. */
  @GetMapping("/api/v1/{municipality}/profile")
  ResponseEntity<WebProfile> profile(@PathVariable String municipality) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .body(
            municipalities
                .named(municipality)
                .map(this::profile)
                .orElseThrow(() -> WebProblem.of(404, "town")));
  }

  private Html chat(Municipality town, String mode, String target) {
    return Html.fill(
        chatTemplate,
        Map.ofEntries(
            Map.entry("town", town.name()),
            Map.entry("municipality", town.code()),
            Map.entry("telephone", AnswerHtml.telephone(town.telephone())),
            Map.entry("hours", town.hours()),
            Map.entry("mode", mode),
            Map.entry("target", target),
            Map.entry("canonical", address.of("/chat/" + town.code())),
            Map.entry("favicon", WebIcons.onTab(town, assets)),
            Map.entry("icon", WebIcons.beside(town)),
            Map.entry("assets", assets.folder()),
            Map.entry("profile", json.writeValueAsString(profile(town)))));
  }

  private ResponseEntity<String> page(
      String municipality, String ancestors, Function<Municipality, Html> body) {
    return municipalities
        .named(municipality)
        .map(
            town -> {
              try {
                return answer(HttpStatus.OK, ancestors, body.apply(town));
              } catch (Missing missing) {
                return answer(HttpStatus.NOT_FOUND, "'none'", faq.missing(town));
              } catch (StorageAway away) {
                return answer(HttpStatus.SERVICE_UNAVAILABLE, "'none'", faq.unavailable(town));
              }
            })
        .orElseGet(() -> answer(HttpStatus.NOT_FOUND, "'none'", faq.missing(null)));
  }

  private static ResponseEntity<String> answer(HttpStatus status, String ancestors, Html page) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noCache())
        .header(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "
                + ancestors)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "strict-origin-when-cross-origin")
        .body(page.markup());
  }

  private static String ancestors(Municipality town) {
    return Stream.concat(Stream.of("'self'"), Origins.of(town)).collect(Collectors.joining(" "));
  }

  private WebProfile profile(Municipality town) {
    List<String> questions = WebProfile.firstQuestions(town, words);
    return WebProfile.of(town, questions, faq.categories(town, today(), questions));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Municipality.ZONE);
  }
}
