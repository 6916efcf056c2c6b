package madoguchi.knowledge.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Numbers by name from a resource file beside the program.
 *
 * @param values by name; a name that is not there is an error, not a zero
 */
record Weights(Map<String, Double> values) {

  Weights {
    values = Map.copyOf(values);
  }

  /** What each signal weighs. */
  static Weights ofSignals() {
    return read("/madoguchi/index/weights.properties");
  }

  /** What each feature of a ranking says about its being right. */
  static Weights ofConfidence() {
    return read("/madoguchi/index/confidence.properties");
  }

  private static Weights read(String resource) {
    Properties read = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Weights.class.getResourceAsStream(resource), resource)) {
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    Map<String, Double> values = new TreeMap<>();
    read.stringPropertyNames()
        .forEach(name -> values.put(name, Double.valueOf(read.getProperty(name))));
    return new Weights(values);
  }

  double of(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no weight for " + name);
    }
    return value;
  }

  /** The same with one number changed. */
  Weights with(String name, double value) {
    return with(Map.of(name, value));
  }

  /** The same with these numbers instead. */
  Weights with(Map<String, Double> others) {
    Map<String, Double> changed = new TreeMap<>(values);
    changed.putAll(others);
    return new Weights(changed);
  }
}
