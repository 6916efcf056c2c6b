package madoguchi.server.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.seed.FirstAdministrator;
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

  @Option(names = "--name", required = true, description = "such as 高松市")
  String name;

  @Option(names = "--telephone", description = "the office's main number")
  @Nullable String telephone;

  @Option(names = "--hours", description = "the office's hours, in words")
  @Nullable String hours;

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
      ground
          .storage()
          .municipalities()
          .store(
              new Municipality(
                  town,
                  name,
                  given(telephone, before.map(Municipality::telephone)),
                  given(hours, before.map(Municipality::hours)),
                  before.map(Municipality::departments).orElse(List.of()),
                  before.map(Municipality::settings).orElse(Map.of())));
      spec.commandLine().getOut().printf("%s（%s）を保存しました。%n", name, town);
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

  private static String given(@Nullable String option, Optional<String> before) {
    return option == null ? before.orElse("") : option;
  }
}
