package madoguchi.server.command;

import java.util.concurrent.Callable;
import madoguchi.server.seed.FirstAdministrator;
import madoguchi.server.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives the first administrator a new password and ends their sessions. */
@Command(
    name = "reset-admin",
    mixinStandardHelpOptions = true,
    description = "最初の管理者のパスワードを新しくします。 / A new password for the first administrator.")
final class ResetAdminCommand implements Callable<Integer> {

  @Option(names = "--municipality", defaultValue = Settings.DEFAULT_TOWN)
  String municipality;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    try (Ground ground = Ground.open()) {
      String password =
          ground
              .administrator()
              .setPassword(ground.town(municipality).code(), ground.settings().adminPassword());
      spec.commandLine()
          .getOut()
          .printf("管理者 %s%nパスワード %s%n", FirstAdministrator.USERNAME, password);
      return 0;
    }
  }
}
