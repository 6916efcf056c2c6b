package madoguchi.server.command;

import java.util.List;
import madoguchi.server.settings.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one entry of the command line. */
@Command(
    name = "./run",
    mixinStandardHelpOptions = true,
    version = "Madoguchi 0.1.0",
    description = {
      "住民の質問に、町のFAQから答える窓口サーバー。",
      "Without a command the server is started with the settings of the environment (see application.yml)."
    },
    subcommands = {})
public final class Commands implements Runnable {

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  private Commands() {}

  /** Runs what the arguments ask for and returns the exit code: 0 done, 1 failed, 2 bad input. */
  public static int run(List<String> arguments) {
    CommandLine line = new CommandLine(new Commands());
    line.setExecutionExceptionHandler(Commands::explain);
    return line.execute(arguments.toArray(String[]::new));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }

  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult arguments)
      throws Exception {
    if (failure instanceof Problem problem) {
      line.getErr().println(problem.getMessage());
      return problem.exitCode();
    }
    throw failure;
  }
}
