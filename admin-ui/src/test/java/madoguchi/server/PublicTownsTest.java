package madoguchi.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** Where a card on LINE finds the pages of this server. */
class PublicTownsTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private final InMemoryMunicipalities towns = new InMemoryMunicipalities();

  @Test
  void standsWithEveryTownThatHasNotSetItsOwn() {
    store(Map.of("line.push", "on"));
    PublicTowns seen = new PublicTowns(towns, "https://mado.city.example.jp");
    assertThat(seen.all()).containsExactly(seen.find(DEMO).orElseThrow());
    assertThat(seen.find(DEMO).orElseThrow().settings())
        .containsOnly(
            Map.entry("line.push", "on"),
            Map.entry("web.base-url", "https://mado.city.example.jp"));
    store(Map.of("web.base-url", "https://own.example.jp"));
    assertThat(seen.find(DEMO).orElseThrow().setting("web.base-url"))
        .contains("https://own.example.jp");
  }

  @Test
  void isLeftOutWhereTheServerDoesNotKnowIt() {
    store(Map.of());
    assertThat(new PublicTowns(towns, "").find(DEMO)).isEqualTo(towns.find(DEMO));
    assertThat(new PublicTowns(towns, "").find(new MunicipalityCode("other"))).isEmpty();
  }

  private void store(Map<String, String> settings) {
    towns.store(new Municipality(DEMO, "あおば野市", "0", "", List.of(), settings));
  }
}
