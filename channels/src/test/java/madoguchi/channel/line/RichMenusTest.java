package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.town.Municipality;
import madoguchi.channel.line.MenuEnding.How;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A town's rich menu: made from its settings, and never in the place of another one unasked. */
class RichMenusTest {

  private final FakeLine line = new FakeLine("secret", "token", "Ubot", Clock.systemUTC());
  private final RichMenus menus = new RichMenus(Sentences.standard());
  private final Map<String, String> settings =
      new TreeMap<>(
          Map.of(
              "line.channel-token",
              "token",
              "line.api-base-url",
              line.baseUrl(),
              "line.data-base-url",
              line.baseUrl(),
              "line.menu",
              "Guide = hello\nPerson = handoff\nCall = tel:0000-12-3000"));

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void showsTheMenuOfTheTownsSettings() throws IOException {
    assertThat(show(false)).isEqualTo(How.SHOWN);
    JsonNode shown = line.menus().shown();
    assertThat(shown.path("chatBarText").asString()).isEqualTo("メニュー");
    assertThat(shown.path("areas").valueStream().map(a -> a.path("action").path("type").asString()))
        .containsExactly("message", "postback", "uri");
    assertThat(shown.path("areas").path(1).path("action").path("data").asString())
        .isEqualTo("choice=handoff");
    assertThat(line.menus().picture()).hasSizeBetween(1_000, 1 << 20);
  }

  @Test
  void keepsTheOneThatIsShownUnlessAskedToReplaceIt() throws IOException {
    show(false);
    settings.put("line.menu", "Other = other");
    assertThat(show(false)).isEqualTo(How.KEPT);
    assertThat(line.menus().shown().path("areas").size()).isEqualTo(3);
    assertThat(show(true)).isEqualTo(How.SHOWN);
    assertThat(line.menus().shown().path("areas").size()).isEqualTo(1);
    assertThat(line.menus().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 9})
  void coversTheWholePictureWithUpToSixFields(int count) throws IOException {
    settings.put(
        "line.menu",
        IntStream.range(0, count)
            .mapToObj(i -> "F" + i + " = https://example.jp/" + i)
            .collect(Collectors.joining("\n")));
    assertThat(show(true)).isEqualTo(How.SHOWN);
    JsonNode shown = line.menus().shown();
    long area =
        shown
            .path("areas")
            .valueStream()
            .map(a -> a.path("bounds"))
            .mapToLong(b -> b.path("width").asLong() * b.path("height").asLong())
            .sum();
    assertThat(shown.path("areas").size()).isEqualTo(Math.min(count, 6));
    assertThat(area)
        .isEqualTo(
            shown.path("size").path("width").asLong() * shown.path("size").path("height").asLong());
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    settings.put("line.menu", "no field");
    assertThat(show(false)).isEqualTo(How.NO_FIELDS);
    settings.put("line.channel-token", "");
    assertThat(show(false)).isEqualTo(How.NO_LINE);
  }

  @Test
  void saysThatLineRefusesOrIsSilent() throws IOException {
    byte[] tooSmall = {1, 2, 3};
    assertThat(menus.show(town(), tooSmall, false)).isEqualTo(new MenuEnding(How.REFUSED, 400));
    line.rates().limit("menu", 0);
    assertThat(menus.show(town(), null, false)).isEqualTo(new MenuEnding(How.REFUSED, 429));
    settings.put("line.api-base-url", "http://127.0.0.1:1");
    assertThat(show(false)).isEqualTo(How.SILENT);
  }

  @Test
  void drawsJapaneseWhereThereIsAFont() throws IOException {
    MenuPlan plan = MenuPlan.of(LineTown.town(LineTown.DEMO, Map.of()), Sentences.standard());
    assertThat(plan.fields())
        .extracting(MenuField::label)
        .isEqualTo(List.of("使い方を見る", "職員に相談する", "電話する"));
    assertThat(plan.fields().getLast().does()).isEqualTo("tel:0000-12-3000");
    assertThat(MenuPicture.of(plan)).isPresent();
  }

  private How show(boolean replace) throws IOException {
    return menus.show(town(), null, replace).how();
  }

  private Municipality town() {
    return LineTown.town(LineTown.DEMO, settings);
  }
}
