package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.Audience;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.w3c.dom.NodeList;

/** What search engines are told. */
class SearchEnginesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T03:00:00Z"), Municipality.ZONE);

  private final InMemoryMunicipalities towns = new InMemoryMunicipalities();
  private final InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();

  @BeforeEach
  void foundTwoTowns() {
    towns.store(
        new Municipality(WebHouse.DEMO, "あおば野市", "0000-12-3000", "平日", List.of(), Map.of()));
    towns.store(
        new Municipality(WebHouse.OTHER, "みどり町", "0000-34-5000", "平日", List.of(), Map.of()));
    catalog.store(
        WebHouse.DEMO,
        List.of(
            new Draft("tennyu").category("引っ越し & 届出").entry(),
            FaqEntry.of("old", "前の案内", "終わりました。").withState(FaqState.ENDED),
            new Draft("inside").audience(Audience.STAFF).entry(),
            new Draft("later").from(LocalDate.of(2027, 1, 1)).entry()),
        "test");
  }

  @Test
  void leadsToEveryPageThatResidentsMayRead() throws Exception {
    assertThat(places(sitemap("https://mado.example.jp")))
        .containsExactly(
            "https://mado.example.jp/chat/demo",
            "https://mado.example.jp/faq/demo",
            "https://mado.example.jp/faq/demo?category="
                + "%E5%BC%95%E3%81%A3%E8%B6%8A%E3%81%97%20%26%20%E5%B1%8A%E5%87%BA",
            "https://mado.example.jp/faq/demo/tennyu",
            "https://mado.example.jp/chat/other",
            "https://mado.example.jp/faq/other");
  }

  @Test
  void speaksOfTheAddressOfTheRequestWhereNoneIsSet() throws Exception {
    assertThat(places(sitemap("")).getFirst()).isEqualTo("https://here:8443/chat/demo");
    assertThat(robots("")).contains("Sitemap: https://here:8443/sitemap.xml");
  }

  @Test
  void keepsCrawlersFromWhatIsNoPage() {
    assertThat(robots("https://mado.example.jp/").lines())
        .containsExactly(
            "User-agent: *",
            "Disallow: /api/",
            "Disallow: /embed/",
            "Disallow: /staff",
            "Sitemap: https://mado.example.jp/sitemap.xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mado.example.jp", "https://mado.example.jp/faq", "https://a\n.b", "x:y"})
  void refusesAPublicAddressThatIsNone(String wrong) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PublicAddress(wrong))
        .withMessageContaining(wrong);
  }

  private String sitemap(String address) {
    return get("/sitemap.xml", address);
  }

  private String robots(String address) {
    return get("/robots.txt", address);
  }

  private String get(String path, String address) {
    return WebTestClient.bindToController(
            new SearchEngines(towns, catalog, CLOCK, new PublicAddress(address)))
        .configureClient()
        .baseUrl("https://here:8443")
        .build()
        .get()
        .uri(path)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }

  private static List<String> places(String xml) throws Exception {
    NodeList found =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getElementsByTagName("loc");
    List<String> places = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      places.add(found.item(i).getTextContent());
    }
    return places;
  }
}
