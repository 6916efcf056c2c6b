package madoguchi.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time that a process and its children have used (Linux). */
final class Cpu {

  private static final long TICK_MILLIS = 10;

  private Cpu() {}

  static Duration of(long pid) {
    return ProcessHandle.of(pid)
        .map(process -> Stream.concat(Stream.of(process), process.descendants()))
        .orElse(Stream.empty())
        .map(process -> alone(process.pid()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Without its children. */
  static Duration alone(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] cells = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Duration.ofMillis(
          (Long.parseLong(cells[11]) + Long.parseLong(cells[12])) * TICK_MILLIS);
    } catch (IOException ended) {
      return Duration.ZERO;
    }
  }
}
