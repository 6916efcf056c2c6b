package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.Audience;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebPagesTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final MunicipalityCode OTHER = new MunicipalityCode("other");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T03:00:00Z"), Municipality.ZONE);

  private final InMemoryMunicipalities towns = new InMemoryMunicipalities();
  private final InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();
  private WebTestClient client;

  @BeforeEach
  void openTheDoor() {
    town(Map.of());
    towns.store(new Municipality(OTHER, "ほしぞら町", "0000-99-0000", "平日", List.of(), Map.of()));
    WebAssets assets = new WebAssets();
    client =
        WebTestClient.bindToController(
                new WebPages(towns, catalog, DEMO, CLOCK, assets, new PublicAddress("")),
                assets,
                new WebIcons(towns))
            .build();
  }

  @Test
  void showsTheHomeTownsChatAtTheRoot() {
    String page = page("/");
    assertThat(page)
        .contains("<span class=\"town\">あおば野市", "<madoguchi-chat municipality=\"demo\"")
        .contains("lang=\"ja\"")
        .doesNotContain("{{");
    assertThat(page).isEqualTo(page("/chat/demo"));
  }

  @Test
  void givesTheChatItsFactsAsOneEscapedAttribute() {
    town(Map.of("web.greeting", "\"><script>alert(1)</script>"));
    Matcher attribute = Pattern.compile(" profile=\"([^\"]*)\"").matcher(page("/"));
    assertThat(attribute.find()).isTrue();
    assertThat(attribute.group(1)).doesNotContain("<", ">");
    JsonNode profile =
        JsonMapper.shared()
            .readTree(
                attribute
                    .group(1)
                    .replace("&quot;", "\"")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">"));
    assertThat(profile.get("telephone").asString()).isEqualTo("0000-12-3000");
    assertThat(profile.get("greeting").asString()).isEqualTo("\"><script>alert(1)</script>");
  }

  @Test
  void allowsNoInlineScriptAndNoFrame() {
    HttpHeaders headers = get("/").getResponseHeaders();
    assertThat(headers.getFirst("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.getFirst("Referrer-Policy")).isNotBlank();
  }

  @Test
  void isFramedByTheTownsOwnSitesOnly() {
    assertThat(ancestors("/embed/demo")).isEqualTo("'self'");
    town(
        Map.of(
            "web.allowed-origins",
            "https://www.city.aobano.example, https://x.example:8443,; script-src *,javascript:1"));
    assertThat(ancestors("/embed/demo"))
        .isEqualTo("'self' https://www.city.aobano.example https://x.example:8443");
    assertThat(ancestors("/embed/other")).isEqualTo("'self'");
    assertThat(ancestors("/chat/demo")).isEqualTo("'none'");
  }

  @Test
  void answersForUnknownTownsAndPagesWithAReadable404() {
    for (String path :
        List.of("/chat/nowhere", "/embed/nowhere", "/faq/nowhere", "/faq/NOT%20A%20CODE/1")) {
      String page = missing(path);
      assertThat(page).contains("ページが見つかりません").doesNotContain("あおば野市", "{{");
    }
    assertThat(missing("/faq/demo/unknown")).contains("あおば野市", "tel:0000123000");
    assertThat(missing("/faq/demo?category=unknown")).contains("あおば野市");
  }

  @Test
  void listsCategoriesAndTheirQuestions() {
    store(entry("a", e -> e.category("引っ越し")), entry("b", e -> e.category("引っ越し")));
    store(entry("c", e -> e.category(null)));
    assertThat(page("/faq/demo"))
        .contains("引っ越し</b> <span>2件</span>", "そのほか</b> <span>1件</span>", "?category=%E5%BC%95");
    assertThat(page("/faq/demo?category=引っ越し"))
        .contains("href=\"/faq/demo/a\"", "href=\"/faq/demo/b\"")
        .doesNotContain("/faq/demo/c");
    assertThat(page("/faq/demo?category=そのほか")).contains("href=\"/faq/demo/c\"");
  }

  @Test
  void sortsCategoriesAsTheTownSortsItsDepartments() {
    store(
        entry("a", e -> e.category("空き家").department("建築住宅課")),
        entry("b", e -> e.category("そのほかのこと")),
        entry("c", e -> e.category("引っ越し").department("市民課")));
    assertThat(page("/faq/demo")).containsSubsequence(">引っ越し<", ">空き家<", ">そのほかのこと<");
  }

  @Test
  void saysSoWhenNothingIsPublished() {
    assertThat(page("/faq/demo")).contains("いま公開している質問はありません", "0000-12-3000");
  }

  @Test
  void showsAnEntryWithItsSourceItsDepartmentAndTheDayItWasConfirmed() {
    store(
        entry(
            "hikkoshi",
            e ->
                e.answer("14日以内に届けてください。\n\n・持ち物：身分証\n・手数料：無料\n電話 0000-12-3101")
                    .source("https://www.city.aobano.example/hikkoshi/")
                    .department("市民課")
                    .confirmed(LocalDate.of(2026, 11, 16))));
    assertThat(page("/faq/demo/hikkoshi"))
        .contains("<p>14日以内に届けてください。</p>", "<ul><li>持ち物：身分証</li><li>手数料：無料</li></ul>")
        .contains("<a href=\"tel:0000123101\">0000-12-3101</a>")
        .contains("href=\"https://www.city.aobano.example/hikkoshi/\"", "担当：市民課", "1番窓口")
        .contains("2026年11月16日（月）");
  }

  @Test
  void writesStructuredDataThatNoAnswerCanEscape() {
    String wild = "終わり</script><script>alert(1)</script> <!-- & \" ' \\ \u2028 <b>太字</b>";
    store(entry("wild", e -> e.answer(wild).question("<i>質問</i>？")));
    String page = page("/faq/demo/wild");
    Matcher data =
        Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
            .matcher(page);
    assertThat(data.find()).isTrue();
    JsonNode read = JsonMapper.shared().readTree(data.group(1));
    assertThat(read.at("/@type").asString()).isEqualTo("FAQPage");
    assertThat(read.at("/mainEntity/0/name").asString()).isEqualTo("<i>質問</i>？");
    assertThat(read.at("/mainEntity/0/acceptedAnswer/text").asString()).isEqualTo(wild);
    assertThat(page).doesNotContain("<script>", "<b>", "<i>").contains("&lt;b&gt;太字");
  }

  @Test
  void linksNoAddressThatIsNotHttp() {
    store(entry("bad", e -> e.source("javascript:alert(1)").answer("javascript:alert(1) を見る")));
    assertThat(page("/faq/demo/bad")).doesNotContain("href=\"javascript");
  }

  @Test
  void hidesWhatResidentsMayNotReadToday() {
    store(
        entry("draft", e -> e.state(FaqState.DRAFT)),
        entry("staff", e -> e.audience(Audience.STAFF)),
        entry("past", e -> e.until(LocalDate.of(2026, 11, 20))),
        entry("last-day", e -> e.until(LocalDate.of(2026, 11, 21))),
        entry("future", e -> e.from(LocalDate.of(2026, 11, 22))));
    assertThat(page("/faq/demo?category=そのほか"))
        .contains("/faq/demo/last-day")
        .doesNotContain("/faq/demo/draft", "/faq/demo/staff", "/faq/demo/past", "/faq/demo/future");
    for (String id : List.of("draft", "staff", "past", "future")) {
      missing("/faq/demo/" + id);
    }
  }

  @Test
  void showsAChangedCatalogAtOnce() {
    store(entry("a", e -> e.answer("古い答え")));
    assertThat(page("/faq/demo/a")).contains("古い答え");
    store(entry("a", e -> e.answer("新しい答え")));
    assertThat(page("/faq/demo/a")).contains("新しい答え").doesNotContain("古い答え");
  }

  @Test
  void showsNothingOfOneTownUnderAnothersAddress() {
    store(entry("secret", e -> e.category("引っ越し")));
    missing("/faq/other/secret");
    missing("/faq/other?category=引っ越し");
    assertThat(page("/faq/other")).doesNotContain("あおば野市", "引っ越し");
  }

  @Test
  void findsEntriesWithUnusualIds() {
    store(entry("0012", e -> e), entry("住民票 1%", e -> e));
    assertThat(page("/faq/demo/0012")).contains("<h1>");
    assertThat(page("/faq/demo?category=そのほか")).contains("/faq/demo/%E4%BD%8F");
    client.get().uri("/faq/demo/{id}", "住民票 1%").exchange().expectStatus().isOk();
  }

  @Test
  void tellsTheWidgetWhatAnybodyMayKnow() {
    town(
        Map.of(
            "web.first-questions", "ごみの日は？\n\n 住民票 ",
            "web.colour", "#006633",
            "line.channel-secret", "do-not-tell"));
    EntityExchangeResult<String> result = get("/api/v1/demo/profile");
    assertThat(result.getResponseHeaders().getFirst("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(result.getResponseBody()).doesNotContain("do-not-tell");
    JsonNode profile = JsonMapper.shared().readTree(result.getResponseBody());
    assertThat(profile.get("name").asString()).isEqualTo("あおば野市");
    assertThat(profile.get("firstQuestions").valueStream().map(JsonNode::asString))
        .containsExactly("ごみの日は？", "住民票");
    assertThat(profile.at("/colour/hover").asString()).isEqualTo("#005229");
  }

  @Test
  void showsTheTownsOwnPictureOnPagesTabAndWidget() {
    assertThat(page("/")).contains("/icon.svg\">").doesNotContain("<img", "/icon/demo");
    client.get().uri("/icon/demo").exchange().expectStatus().isNotFound();
    byte[] png = TownSettingTest.Pictures.png(64, 64);
    town(Map.of("web.icon", TownSettingTest.Pictures.base64(png)));
    store(FaqEntry.of("a", "質問", "答え"));
    for (String path : List.of("/", "/embed/demo", "/faq/demo", "/faq/demo/a")) {
      assertThat(page(path))
          .contains("<link rel=\"icon\" href=\"/icon/demo?v=", "<img src=\"/icon/demo?v=");
    }
    assertThat(page("/api/v1/demo/profile")).contains("\"icon\":\"/icon/demo?v=");
    client
        .get()
        .uri("/icon/demo?v=1")
        .exchange()
        .expectHeader()
        .contentType("image/png")
        .expectHeader()
        .valueEquals("Access-Control-Allow-Origin", "*")
        .expectHeader()
        .valueEquals("X-Content-Type-Options", "nosniff")
        .expectBody(byte[].class)
        .isEqualTo(png);
  }

  @Test
  void offersQuestionsWhileOneTypesUnlessTheTownDoesNotWantIt() {
    assertThat(page("/api/v1/demo/profile")).contains("\"completions\":true");
    town(Map.of("web.completions", "off"));
    assertThat(page("/api/v1/demo/profile")).contains("\"completions\":false");
  }

  @Test
  void beginsWithTheCategoriesOfTheFirstQuestionsThenOneOfEachDepartment() {
    town(Map.of("web.first-questions", "家は建つか|知らない質問"));
    store(
        entry("1", d -> d.category("引っ越し").department("市民課")),
        entry("2", d -> d.category("証明書").department("市民課")),
        entry("3", d -> d.category("住まい").department("建築住宅課")),
        entry("4", d -> d.question("家は建つか").category("建築").department("建築住宅課")));
    JsonNode profile = JsonMapper.shared().readTree(page("/api/v1/demo/profile"));
    assertThat(profile.get("categories").valueStream().map(JsonNode::asString))
        .containsExactly("建築", "引っ越し", "住まい");
  }

  @Test
  void namesTheOneAddressOfEachPageAndSaysWhatIsOnIt() {
    store(entry("a b", d -> d.answer("答えの\n一行目。" + "あ".repeat(200)).category("届出")));
    assertThat(page("/")).contains("<link rel=\"canonical\" href=\"/chat/demo\">");
    assertThat(page("/faq/demo")).contains("<link rel=\"canonical\" href=\"/faq/demo\">");
    assertThat(page("/faq/demo?category=届出&utm=1"))
        .contains("<link rel=\"canonical\" href=\"/faq/demo?category=%E5%B1%8A%E5%87%BA\">");
    String entry =
        client
            .get()
            .uri("/faq/demo/{id}?x=1", "a b")
            .exchange()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(entry)
        .contains("<article lang=\"ja\">")
        .contains("<link rel=\"canonical\" href=\"/faq/demo/a%20b\">")
        .contains("<meta name=\"description\" content=\"答えの 一行目。あ")
        .doesNotContain("content=\"答えの 一行目。" + "あ".repeat(110));
  }

  private void town(Map<String, String> settings) {
    towns.store(
        new Municipality(
            DEMO,
            "あおば野市",
            "0000-12-3000",
            "平日 8時30分〜17時15分",
            List.of(
                new Department("shimin", "市民課", "0000-12-3101", "本庁舎1階 1番窓口", "平日"),
                new Department("jutaku", "建築住宅課", "0000-12-3158", "本庁舎3階", "平日")),
            settings));
  }

  private void store(FaqEntry... entries) {
    catalog.store(DEMO, List.of(entries), "test");
  }

  private String page(String path) {
    return get(path).getResponseBody();
  }

  private EntityExchangeResult<String> get(String path) {
    return client
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .returnResult();
  }

  private String missing(String path) {
    return client
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }

  private String ancestors(String path) {
    String policy = get(path).getResponseHeaders().getFirst("Content-Security-Policy");
    return policy.substring(policy.indexOf("frame-ancestors ") + "frame-ancestors ".length());
  }

  private static FaqEntry entry(String id, UnaryOperator<Draft> change) {
    return change.apply(new Draft(id)).entry();
  }
}
