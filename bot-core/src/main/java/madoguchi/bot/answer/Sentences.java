package madoguchi.bot.answer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.Municipality;
import org.jspecify.annotations.Nullable;

/** The sentences that residents read, by name, from {@code madoguchi/sentences_ja.properties}. */
public final class Sentences {

  private static final String RESOURCE = "/madoguchi/sentences_ja.properties";

  private final Map<String, String> byName;

  private Sentences(Map<String, String> byName) {
    this.byName = byName;
  }

  /** The sentences that come with the program. */
  public static Sentences standard() {
    Properties read = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Sentences.class.getResourceAsStream(RESOURCE), RESOURCE),
            StandardCharsets.UTF_8)) {
      read.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Sentences(
        read.stringPropertyNames().stream()
            .collect(Collectors.toUnmodifiableMap(n -> n, read::getProperty)));
  }

  /**
   * A sentence with the town's and the department's facts in it.
   *
   * @param department null: the sentence speaks of the office as a whole
   * @throws IllegalArgumentException when there is no sentence of that name
   */
  public String say(String name, Municipality town, @Nullable Department department) {
    String sentence = plain(name);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("{town}", town.name());
    facts.put("{telephone}", town.telephone());
    facts.put("{hours}", town.hours());
    if (department != null) {
      facts.put("{department}", department.name());
      facts.put("{department.telephone}", department.telephone());
      facts.put("{department.place}", department.place());
      facts.put("{department.hours}", department.hours());
    }
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      sentence = sentence.replace(fact.getKey(), fact.getValue());
    }
    return sentence;
  }

  /** How choices are named. */
  ChoiceLabels choiceLabels() {
    return new ChoiceLabels(plain("label.politeness"), plain("label.joint"));
  }

  /** How what a citizen did without words stands in the conversation. */
  public Deeds deeds() {
    return new Deeds(byName);
  }

  /**
   * A sentence as it stands, without anybody's facts.
   *
   * @throws IllegalArgumentException when there is no sentence of that name
   */
  public String plain(String name) {
    String sentence = byName.get(name);
    if (sentence == null) {
      throw new IllegalArgumentException("no sentence is named " + name);
    }
    return sentence;
  }

  /** Whether there is a sentence of that name. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }
}
