package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as a process that is expected to end by itself: a command, or a start in vain. */
final class Program implements AutoCloseable {

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it on a directory of data, with free ports and its own words only. */
  static Program start(Path data, Map<String, String> environment, String... arguments)
      throws IOException {
    Path output = Files.createTempFile(data.getParent(), "program", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(ServerArchive.command().stream(), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MADOGUCHI_"));
    builder.environment().put("SERVER_PORT", "0");
    builder.environment().put("MANAGEMENT_SERVER_PORT", "0");
    builder.environment().put("MADOGUCHI_DATA_DIR", data.toString());
    builder.environment().putAll(environment);
    return new Program(builder.start(), output);
  }

  /** Waits for its end; everything that it printed. */
  String ended(int status) throws IOException, InterruptedException {
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it still runs").isTrue();
    String printed = Files.readString(output);
    assertThat(process.exitValue()).as(printed).isEqualTo(status);
    return printed;
  }

  /** It said one line in two languages with these in it, and nothing else. */
  void endedWithOneLine(int status, String... parts) throws IOException, InterruptedException {
    String printed = ended(status);
    assertThat(printed.strip().lines()).as(printed).hasSize(1);
    assertThat(printed)
        .contains(parts)
        .containsPattern("[ぁ-ん].* / [A-Z]")
        .doesNotContain("Exception", "\tat ", "WARN");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
