package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.bot.town.StorageAway;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** While the storage is away, residents are told so, and whom to call. */
class OutageTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final MunicipalityCode OTHER = new MunicipalityCode("other");

  private final AtomicBoolean away = new AtomicBoolean();
  private final Municipalities towns = fragile(Municipalities.class, new InMemoryMunicipalities());
  private final FaqCatalog catalog = fragile(FaqCatalog.class, new InMemoryFaqCatalog());

  {
    towns.store(town(DEMO, "あおば野市"));
    towns.store(town(OTHER, "みどり町"));
    catalog.store(DEMO, List.of(FaqEntry.of("gomi", "ごみの日は？", "火曜日です。")), "test");
  }

  @Test
  void remembersTheTownsThatWereAskedForAndNoOthers() {
    KnownTowns known = new KnownTowns(towns);
    Optional<Municipality> before = known.find(DEMO);
    away.set(true);
    assertThat(known.named("demo")).isEqualTo(before).isPresent();
    assertThatThrownBy(() -> known.find(OTHER)).isInstanceOf(StorageAway.class);
    assertThat(known.named("no town!")).isEmpty();
    away.set(false);
    towns.store(town(DEMO, "青葉野市"));
    assertThat(known.find(DEMO)).map(Municipality::name).contains("青葉野市");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/chat/demo", "/embed/demo", "/faq/demo", "/faq/demo/gomi"})
  void showsTheTelephoneInsteadOfThePage(String path) {
    WebTestClient client =
        WebTestClient.bindToController(
                new WebPages(
                    towns,
                    catalog,
                    DEMO,
                    Clock.systemUTC(),
                    new WebAssets(),
                    new PublicAddress("")))
            .build();
    client.get().uri(path).exchange().expectStatus().isOk();
    away.set(true);
    String page =
        client
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isEqualTo(503)
            .expectHeader()
            .valueMatches("Content-Security-Policy", "default-src 'none';.*")
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    assertThat(page)
        .contains("lang=\"ja\"", "href=\"tel:0000123000\"", "あおば野市", "平日")
        .doesNotContain("{{", "StorageAway");
    away.set(false);
    client.get().uri(path).exchange().expectStatus().isOk();
  }

  private static Municipality town(MunicipalityCode code, String name) {
    return new Municipality(code, name, "0000-12-3000", "平日 9時〜17時", List.of(), Map.of());
  }

  private <T> T fragile(Class<T> port, T store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (away.get() && !method.isDefault()) {
                throw new StorageAway("test");
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            }));
  }
}
