package madoguchi.channel.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The sentences of the problems, from {@code madoguchi/channel/web/problems_ja.properties}. */
final class ProblemWords {

  private static final String RESOURCE = "/madoguchi/channel/web/problems_ja.properties";

  private final Properties words = new Properties();

  ProblemWords() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(ProblemWords.class.getResourceAsStream(RESOURCE), RESOURCE),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The heading for a status; a status without its own has that of its hundred. */
  String title(int status) {
    return words.getProperty(
        "title." + status, words.getProperty(status < 500 ? "title.400" : "title.500", ""));
  }

  /** The sentence of that code with its facts. */
  String detail(String code, Map<String, String> facts) {
    String detail = words.getProperty("detail." + code, "");
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      detail = detail.replace(fact.getKey(), fact.getValue());
    }
    return detail;
  }
}
