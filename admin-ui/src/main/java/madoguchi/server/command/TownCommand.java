package madoguchi.server.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.seed.FirstAdministrator;
import madoguchi.server.seed.TownSettings;
import madoguchi.server.settings.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a town to this server, or changes how it can be reached. */
@Command(
    name = "town",
    mixinStandardHelpOptions = true,
    description = "自治体を加えるか、その名前や電話を変えます。 / Adds a municipality or changes its name and telephone.")
final class TownCommand implements Callable<Integer> {

  @Parameters(paramLabel = "CODE", description = "lower-case letters, digits and hyphens, up to 31")
  String code;

  @Option(names = "--name", description = "such as 高松市; needed for a new one")
  @Nullable String name;

  @Option(names = "--telephone", description = "the office's main number")
  @Nullable String telephone;

  @Option(names = "--hours", description = "the office's hours, in words")
  @Nullable String hours;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = {
        "設定を変えます。空にすると元に戻ります。@FILE はファイルの中身です（docs/web-chat.md）。",
        "Sets one of the town's settings, such as web.colour=#006633 or web.icon=@logo.png."
      })
  Map<String, String> settings = Map.of();

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    if (!MunicipalityCode.isValid(code)) {
      throw Problem.badInput(
          "自治体のコードは、小文字の英字・数字・ハイフンで31文字までにしてください。",
          "The code must be up to 31 lower-case letters, digits and hyphens.");
    }
    try (Ground ground = Ground.open()) {
      MunicipalityCode town = new MunicipalityCode(code);
      Optional<Municipality> before = ground.storage().municipalities().find(town);
      String named = given(name, before.map(Municipality::name));
      if (named.isBlank()) {
        throw Problem.badInput("自治体の名前を --name で書いてください。", "A new municipality needs a --name.");
      }
      ground
          .storage()
          .municipalities()
          .store(
              new Municipality(
                  town,
                  named,
                  given(telephone, before.map(Municipality::telephone)),
                  given(hours, before.map(Municipality::hours)),
                  before.map(Municipality::departments).orElse(List.of()),
                  settings(before.map(Municipality::settings).orElse(Map.of()))));
      spec.commandLine().getOut().printf("%s（%s）を保存しました。%n", named, town);
      ground
          .administrator()
          .appoint(town, "")
          .ifPresent(
              password ->
                  spec.commandLine()
                      .getOut()
                      .printf("管理者 %s%nパスワード %s%n", FirstAdministrator.USERNAME, password));
      return 0;
    }
  }

  private Map<String, String> settings(Map<String, String> before) {
    Map<String, String> after = new TreeMap<>(before);
    settings.forEach((key, value) -> after.put(key, TownSettings.value(key, value)));
    after.values().removeIf(String::isBlank);
    return after;
  }

  private static String given(@Nullable String option, Optional<String> before) {
    return option == null ? before.orElse("") : option;
  }
}
