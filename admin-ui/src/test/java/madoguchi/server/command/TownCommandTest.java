package madoguchi.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is said of a town on the command line. */
class TownCommandTest {

  private final TownCommand command = new TownCommand();
  private final StringWriter said = new StringWriter();
  private final CommandLine line =
      new CommandLine(command).setErr(new PrintWriter(said)).setOut(new PrintWriter(said));

  @Test
  void takesSettingsWithEqualSignsAndEmptyOnes() {
    line.parseArgs(
        "demo", "--set", "web.greeting=1+1=2", "--set", "web.colour=", "--name", "あおば野市");
    assertThat(command.settings)
        .containsEntry("web.greeting", "1+1=2")
        .containsEntry("web.colour", "");
    assertThat(command.name).isEqualTo("あおば野市");
  }

  @ParameterizedTest
  @CsvSource({"--set web.greeting", "--set"})
  void asksForAValue(String arguments) {
    assertThat(line.execute(("demo " + arguments).split(" "))).isEqualTo(2);
    assertThat(said.toString()).contains("--set");
  }
}
