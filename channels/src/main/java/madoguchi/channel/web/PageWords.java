package madoguchi.channel.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * The words of the residents' pages that stand in no template, from {@code words_ja.properties}.
 */
final class PageWords {

  private static final String RESOURCE = "/madoguchi/channel/web/pages/words_ja.properties";

  private final Properties words = new Properties();

  PageWords() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(PageWords.class.getResourceAsStream(RESOURCE), RESOURCE),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String say(String name) {
    return Objects.requireNonNull(words.getProperty(name), name);
  }

  /** The same with these in the places of {0}, {1} and so on. */
  String say(String name, String... facts) {
    String sentence = say(name);
    for (int i = 0; i < facts.length; i++) {
      sentence = sentence.replace("{" + i + "}", facts[i]);
    }
    return sentence;
  }
}
