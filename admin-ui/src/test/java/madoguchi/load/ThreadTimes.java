package madoguchi.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Processor time of a Java process by what its threads are for (Linux). */
final class ThreadTimes {

  private static final long TICK_MILLIS = 10;

  /** The kernel keeps 15 characters of a thread's name. */
  private static final List<Map.Entry<String, String>> KINDS =
      List.of(
          Map.entry("C1 Compiler", "compilers"),
          Map.entry("C2 Compiler", "compilers"),
          Map.entry("VM Thread", "garbage collection"),
          Map.entry("reactor-", "network"),
          Map.entry("ForkJoinPool", "virtual threads"),
          Map.entry("commit-inbox", "commits of the inbox"),
          Map.entry("commit-turns", "commits of turns"),
          Map.entry("thinking", "thinking"),
          Map.entry("OkHttp", "calls of LINE"),
          Map.entry("JFR", "flight recording"));

  private ThreadTimes() {}

  /** In milliseconds since their start. */
  static Map<String, Long> of(long pid) {
    Map<String, Long> times = new TreeMap<>();
    try (DirectoryStream<Path> tasks =
        Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
      for (Path task : tasks) {
        add(times, task);
      }
    } catch (IOException ended) {
      return times;
    }
    return times;
  }

  /**
   * What was used between two looks, the most first; shares of the whole. Of threads that have
   * ended meanwhile nothing is known.
   */
  static String between(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> used = new TreeMap<>();
    after.forEach(
        (kind, time) -> used.put(kind, Math.max(0, time - before.getOrDefault(kind, 0L))));
    long all = Math.max(1, used.values().stream().mapToLong(Long::longValue).sum());
    return used.entrySet().stream()
        .filter(entry -> entry.getValue() * 200 > all)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(
            entry ->
                "%s %d ms (%d %%)"
                    .formatted(entry.getKey(), entry.getValue(), entry.getValue() * 100 / all))
        .collect(Collectors.joining(", "));
  }

  private static void add(Map<String, Long> times, Path task) {
    try {
      String stat = Files.readString(task.resolve("stat"));
      String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      String[] cells = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long millis = (Long.parseLong(cells[11]) + Long.parseLong(cells[12])) * TICK_MILLIS;
      times.merge(kind(name), millis, Long::sum);
    } catch (IOException ended) {
      // A thread that has ended meanwhile.
      times.merge("other", 0L, Long::sum);
    }
  }

  static String kind(String name) {
    return KINDS.stream()
        .filter(kind -> name.startsWith(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("other");
  }
}
