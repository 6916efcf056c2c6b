package madoguchi.server.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import madoguchi.server.settings.Problem;
import madoguchi.server.settings.StartProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The one entry of the command line. */
@Command(
    name = "./run",
    mixinStandardHelpOptions = true,
    version = "Madoguchi 0.1.0",
    description = {
      "住民の質問に、町のFAQから答える窓口サーバーです。",
      "Without a command the server is started. Settings come from the environment; application.yml"
          + " explains each."
    },
    subcommands = {
      EvaluateCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      PackCommand.class,
      TownCommand.class,
      LineMenuCommand.class,
      ResetAdminCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
    })
public final class Commands implements Runnable {

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  private Commands() {}

  /** Runs what the arguments ask for and returns the exit code: 0 done, 1 failed, 2 bad input. */
  public static int run(List<String> arguments) {
    QuietLog.begin();
    return new CommandLine(new Commands())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(Commands::explain)
        .execute(arguments.toArray(String[]::new));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "コマンドを指定してください。 / A command is missing.");
  }

  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult arguments)
      throws Exception {
    if (failure instanceof Problem problem) {
      line.getErr().println(problem.getMessage());
      return problem.exitCode();
    }
    Optional<String> known = StartProblem.line(failure);
    if (known.isPresent()) {
      line.getErr().println(known.get());
      return 1;
    }
    throw failure;
  }
}
