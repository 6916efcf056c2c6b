package madoguchi.channel.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** Writes the FAQ as readable pages; only entries shown today are on them. */
final class FaqPages {

  private static final int OTHERS = 5;
  private static final int CATEGORIES = 8;
  private static final int SUMMARY = 110;

  private final ShownEntries entries;
  private final PageWords words;
  private final WebAssets assets;
  private final PublicAddress address;
  private final DateTimeFormatter date;
  private final JsonMapper json = JsonMapper.builder().build();

  FaqPages(FaqCatalog catalog, PageWords words, WebAssets assets, PublicAddress address) {
    this.words = words;
    this.address = address;
    this.entries = new ShownEntries(catalog, words.say("category.none"));
    this.assets = assets;
    this.date = DateTimeFormatter.ofPattern(words.say("date"), Locale.JAPANESE);
  }

  /**
   * A few categories to begin with: those of these questions, then of each department the first.
   */
  List<String> categories(Municipality town, LocalDate today, List<String> questions) {
    return entries.of(town, today).leading(questions).stream().limit(CATEGORIES).toList();
  }

  /** All categories. */
  Html home(Municipality town, LocalDate today) {
    Map<String, List<FaqEntry>> all = entries.of(town, today).byCategory();
    Html body =
        all.isEmpty()
            ? part("faq-empty", town, Map.of())
            : part(
                "faq-home",
                town,
                Map.of(
                    "categories",
                    Html.join(
                        all.entrySet().stream()
                            .map(e -> categoryLink(town, e.getKey(), e.getValue().size())))));
    return page(
        town,
        words.say("title.home"),
        words.say("description.home", town.name()),
        "/faq/" + town.code(),
        Html.EMPTY,
        body);
  }

  /** The questions of one category. */
  Html category(Municipality town, LocalDate today, String category) {
    List<FaqEntry> within = entries.of(town, today).in(category);
    if (within.isEmpty()) {
      throw new Missing();
    }
    Html questions = Html.join(within.stream().map(entry -> questionLink(town, entry)));
    return page(
        town,
        category,
        words.say("description.category", town.name(), category),
        categoryAddress(town, category),
        Html.EMPTY,
        part("faq-category", town, Map.of("category", category, "questions", questions)));
  }

  /** One question with its answer, also as data for search engines. */
  Html entry(Municipality town, LocalDate today, String id) {
    ShownFaq shown = entries.of(town, today);
    FaqEntry entry = shown.find(id).orElseThrow(Missing::new);
    String category = entries.category(entry);
    Html body =
        part(
            "faq-entry",
            town,
            Map.of(
                "category", category,
                "categoryAddress", categoryAddress(town, category),
                "question", entry.question(),
                "language", entry.language(),
                "answer", AnswerHtml.of(entry.answer()),
                "source", source(entry),
                "department", department(town, entry),
                "confirmed", confirmed(entry),
                "others",
                    Html.join(
                        shown.in(category).stream()
                            .filter(other -> !other.id().equals(id))
                            .limit(OTHERS)
                            .map(other -> questionLink(town, other)))));
    return page(
        town, entry.question(), summary(entry), address(town, entry), structuredData(entry), body);
  }

  /** Said when a page is not there; the town may be unknown too. */
  Html missing(@Nullable Municipality town) {
    Html further =
        town == null
            ? new Html(Html.template("missing-anywhere"))
            : part("missing-further", town, Map.of());
    return Html.fill(
        Html.template("missing"), Map.of("assets", assets.folder(), "further", further));
  }

  /** Said while the entries cannot be read: whom to call. */
  Html unavailable(Municipality town) {
    return part("unavailable", town, Map.of("assets", assets.folder()));
  }

  /** As much of the answer as search engines show under a link. */
  private static String summary(FaqEntry entry) {
    String line = entry.answer().replaceAll("\\s+", " ").strip();
    int end = line.offsetByCodePoints(0, Math.min(SUMMARY, line.codePointCount(0, line.length())));
    return line.substring(0, end);
  }

  private Html page(
      Municipality town, String title, String description, String path, Html head, Html body) {
    return part(
        "faq",
        town,
        Map.of(
            "title",
            title,
            "description",
            description,
            "canonical",
            address.of(path),
            "favicon",
            WebIcons.onTab(town, assets),
            "icon",
            WebIcons.beside(town),
            "assets",
            assets.folder(),
            "head",
            head,
            "body",
            body));
  }

  private static Html part(String template, Municipality town, Map<String, Object> facts) {
    Map<String, Object> all = new HashMap<>(facts);
    all.put("town", town.name());
    all.put("municipality", town.code());
    all.putIfAbsent("telephone", AnswerHtml.telephone(town.telephone()));
    all.putIfAbsent("hours", town.hours());
    return Html.fill(Html.template(template), all);
  }

  private static Html categoryLink(Municipality town, String category, int count) {
    return Html.fill(
        "<li><a href=\"{{address}}\"><b>{{category}}</b> <span>{{count}}件</span></a></li>",
        Map.of("address", categoryAddress(town, category), "category", category, "count", count));
  }

  private static Html questionLink(Municipality town, FaqEntry entry) {
    return Html.fill(
        "<li><a href=\"{{address}}\">{{question}}</a></li>",
        Map.of("address", address(town, entry), "question", entry.question()));
  }

  /** Where an entry is read. */
  static String address(Municipality town, FaqEntry entry) {
    return "/faq/" + town.code() + "/" + UriUtils.encode(entry.id(), "UTF-8");
  }

  /** Where a category is read. */
  static String categoryAddress(Municipality town, String category) {
    return "/faq/" + town.code() + "?category=" + UriUtils.encode(category, "UTF-8");
  }

  private static Html source(FaqEntry entry) {
    return Optional.ofNullable(entry.sourceUrl())
        .filter(AnswerHtml::isWebAddress)
        .map(url -> Html.fill(Html.template("faq-entry-source"), Map.of("address", url)))
        .orElse(Html.EMPTY);
  }

  private static Html department(Municipality town, FaqEntry entry) {
    return town.department(entry.department()).map(FaqPages::department).orElse(Html.EMPTY);
  }

  private static Html department(Department department) {
    return Html.fill(
        Html.template("faq-entry-department"),
        Map.of(
            "name", department.name(),
            "telephone", AnswerHtml.telephone(department.telephone()),
            "place", department.place(),
            "hours", department.hours()));
  }

  private Html confirmed(FaqEntry entry) {
    LocalDate day = entry.provenance().confirmedOn();
    return day == null
        ? Html.EMPTY
        : Html.fill(Html.template("faq-entry-confirmed"), Map.of("day", day.format(date)));
  }

  /**
   * schema.org's FAQPage. No "&lt;" is left in it, so that no answer can end the script element.
   */
  private Html structuredData(FaqEntry entry) {
    String data =
        json.writeValueAsString(
            Map.of(
                "@context", "https://schema.org",
                "@type", "FAQPage",
                "mainEntity",
                    List.of(
                        Map.of(
                            "@type", "Question",
                            "name", entry.question(),
                            "acceptedAnswer", Map.of("@type", "Answer", "text", entry.answer())))));
    return new Html(
        "<script type=\"application/ld+json\">" + data.replace("<", "\\u003c") + "</script>");
  }
}
