package madoguchi.server.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.server.settings.Problem;
import madoguchi.server.settings.Settings;
import madoguchi.server.settings.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings on their way to a town. */
class TownSettingsTest {

  @TempDir Path folder;

  @Test
  void takesWhatFitsAndNamesTheRuleForWhatDoesNot() {
    assertThat(TownSettings.value("web.colour", "#006633")).isEqualTo("#006633");
    assertThat(TownSettings.value("web.colour", "")).isEmpty();
    assertThat(TownSettings.value("line.channel-token", "abc")).isEqualTo("abc");
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> TownSettings.value("web.colour", "#eeeeee"))
        .withMessageContaining("web.colour")
        .withMessageContaining("4.5")
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(2));
  }

  @Test
  void knowsNoOtherNames() {
    for (String unknown :
        List.of("web.color", "pack.base", "colour", "line.", "line.pusch", "line.push.rule")) {
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> TownSettings.value(unknown, "x"))
          .withMessageContaining("web.colour");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "line.push ; on ; ja",
        "line.loading ; 20 ; 61",
        "line.loading ; off ; abc",
        "line.attachment-megabytes ; 50 ; 51",
        "line.attachment-days ; 3650 ; 3651",
        "line.forward-url ; https://line.example.jp/hook ; ftp://line.example.jp",
        "line.forward-url ; http://localhost:9/x ; http://line.example.jp",
        "line.forward-events ; postback,beacon ; 1,2",
        "line.channel-token ; a+b/c= ; a b",
        "web.base-url ; https://mado.city.example.jp ; mado",
        "confidence.answer ; 0.65 ; 65",
        "confidence.choose ; 1 ; -0.1"
      })
  void knowsWhatEverySettingMayHold(String name, String fits, String misfit) {
    assertThat(TownSettings.value(name, fits)).isEqualTo(fits);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> TownSettings.value(name, misfit))
        .withMessageMatching(name + "：.+。 / .+");
    assertThat(TownSettings.value(name, "")).isEmpty();
  }

  @Test
  void hasASentenceForEverySetting() {
    SettingRules rules = new SettingRules();
    assertThat(rules.names())
        .allSatisfy(name -> assertThat(rules.misfit(name, "\u0000".repeat(3_000))).isPresent());
  }

  @Test
  void readsFilesPicturesAsBase64() throws IOException {
    byte[] picture = png();
    Path logo = Files.write(folder.resolve("logo.png"), picture);
    assertThat(TownSettings.value("web.icon", "@" + logo))
        .isEqualTo(Base64.getEncoder().encodeToString(picture));
    Path questions = Files.writeString(folder.resolve("q.txt"), "ごみの日は？\n転入届\n");
    assertThat(TownSettings.value("web.first-questions", "@" + questions)).isEqualTo("ごみの日は？\n転入届");
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> TownSettings.value("web.icon", "@" + folder.resolve("none.png")))
        .withMessageContaining("none.png");
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> TownSettings.value("web.icon", "@" + questions))
        .withMessageContaining("PNG");
  }

  @Test
  void seedsTheDefaultTownAndLeavesOutWhatDoesNotFit() throws IOException {
    Path logo = Files.write(folder.resolve("logo.png"), png());
    InMemoryMunicipalities towns = new InMemoryMunicipalities();
    DefaultTown town = new DefaultTown(towns, new InMemoryFaqCatalog());
    town.prepare(
        settings(
            new Settings.Web("https://a.example", "#ffff00", "ようこそ", "", logo.toString(), "off")));
    Map<String, String> set = new TreeMap<>(towns.find(DefaultTown.CODE).orElseThrow().settings());
    assertThat(set)
        .containsEntry("web.allowed-origins", "https://a.example")
        .containsEntry("web.greeting", "ようこそ")
        .containsEntry("web.completions", "off")
        .containsEntry("web.icon", Base64.getEncoder().encodeToString(png()))
        .doesNotContainKeys("web.colour", "web.first-questions");
    town.prepare(settings(new Settings.Web("", "#006633", "", "", "", "")));
    Municipality after = towns.find(DefaultTown.CODE).orElseThrow();
    assertThat(after.setting("web.colour")).contains("#006633");
    assertThat(after.setting("web.greeting")).as("empty ones leave it alone").contains("ようこそ");
  }

  private Settings settings(Settings.Web web) {
    return TestSettings.with(folder, web);
  }

  private static byte[] png() {
    return java.nio.ByteBuffer.allocate(40)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
        .putInt(13)
        .put(new byte[] {'I', 'H', 'D', 'R'})
        .putInt(64)
        .putInt(64)
        .array();
  }
}
