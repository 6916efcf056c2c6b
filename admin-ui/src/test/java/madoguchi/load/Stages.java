package madoguchi.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a server's processor time went, from the samples of a flight recording (by processor time,
 * so that system calls count too): each sample belongs to the first stage one of whose names stands
 * in its stack.
 */
final class Stages {

  private static final List<Map.Entry<String, List<String>>> STAGES =
      List.of(
          Map.entry("log", List.of("ch.qos.logback.")),
          Map.entry("observation of requests", List.of("io.micrometer.")),
          Map.entry(
              "store", List.of("jdbc.JdbcInbox.together", "jdbc.InboxRows.", "jdbc.Openings.")),
          Map.entry(
              "lease",
              List.of("jdbc.JdbcLeases.", "InboxWorkers.takeSome", "InboxWorkers.lookForWork")),
          Map.entry("commit of turns and sends", List.of("jdbc.JdbcUnitOfWork.together")),
          Map.entry("search", List.of("knowledge.index.", "knowledge.text.")),
          Map.entry("other thinking", List.of("desk.Reception.", "bot.answer.Responder.")),
          Map.entry(
              "read what waits",
              List.of("jdbc.JdbcOutbox.", "jdbc.JdbcConversations.", "jdbc.JdbcInbox.next")),
          Map.entry("send", List.of("channel.line.ReplySender", "okhttp3.", "okio.", "retrofit2.")),
          Map.entry("desk", List.of("bot.desk.")),
          Map.entry("verify and parse", List.of("channel.line.")),
          Map.entry(
              "http",
              List.of("io.netty.", "reactor.", "org.springframework.", "ForkJoinPool", "Virtual")));

  private Stages() {}

  /** Share of the samples of a time by stage, 0 to 1. */
  static Map<String, Double> of(Path recording, Instant from, Instant until) throws IOException {
    Map<String, Integer> samples = new TreeMap<>();
    int all = 0;
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        var event = file.readEvent();
        if (event.getEventType().getName().equals("jdk.CPUTimeSample")
            && !event.getStartTime().isBefore(from)
            && event.getStartTime().isBefore(until)
            && event.getStackTrace() != null) {
          samples.merge(stage(event.getStackTrace().getFrames()), 1, Integer::sum);
          all++;
        }
      }
    }
    Map<String, Double> shares = new TreeMap<>();
    int total = Math.max(1, all);
    samples.forEach((stage, count) -> shares.put(stage, (double) count / total));
    return shares;
  }

  private static String stage(List<RecordedFrame> frames) {
    List<String> names =
        frames.stream()
            .map(f -> f.getMethod().getType().getName() + '.' + f.getMethod().getName())
            .toList();
    return STAGES.stream()
        .filter(
            stage ->
                names.stream().anyMatch(name -> stage.getValue().stream().anyMatch(name::contains)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("other");
  }
}
