package madoguchi.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Who asked for a server's memory, from the weighed samples of a flight recording: the method of
 * ours, or of nobody of ours the outermost one, and what was made most of.
 */
final class Allocations {

  private static final int MOST = 15;
  private static final String OURS = "madoguchi.";

  private Allocations() {}

  /** Share of the bytes by method and by class, the largest of each first, 0 to 1. */
  static Map<String, Double> of(Path recording) throws IOException {
    Map<String, Long> methods = new TreeMap<>();
    Map<String, Long> classes = new TreeMap<>();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getEventType().getName().equals("jdk.ObjectAllocationSample")) {
          long weight = event.getLong("weight");
          methods.merge("in " + method(event.getStackTrace()), weight, Long::sum);
          classes.merge("a " + event.getClass("objectClass").getName(), weight, Long::sum);
        }
      }
    }
    Map<String, Double> shares = largest(methods);
    shares.putAll(largest(classes));
    return shares;
  }

  private static Map<String, Double> largest(Map<String, Long> weights) {
    double all = Math.max(1, weights.values().stream().mapToLong(Long::longValue).sum());
    Map<String, Double> largest = new LinkedHashMap<>();
    weights.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .forEach(entry -> largest.put(entry.getKey(), entry.getValue() / all));
    return largest;
  }

  private static String method(RecordedStackTrace stack) {
    List<RecordedFrame> frames = stack == null ? List.of() : stack.getFrames();
    return frames.stream()
        .map(frame -> frame.getMethod().getType().getName() + '.' + frame.getMethod().getName())
        .filter(name -> name.startsWith(OURS))
        .findFirst()
        .orElseGet(
            () ->
                frames.isEmpty()
                    ? "?"
                    : frames.getFirst().getMethod().getType().getName() + " (not ours)");
  }
}
