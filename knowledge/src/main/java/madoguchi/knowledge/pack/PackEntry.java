package madoguchi.knowledge.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An entry as the pack gives it, with the town's facts still between braces.
 *
 * @param field the code of the field it belongs to
 * @param department the pack's code of the department that answers for it
 * @param law the law or local rule it rests on
 * @param confirmed the day somebody last compared it with that
 * @param source the page it rests on, usually a fact
 */
public record PackEntry(
    String id,
    String field,
    String question,
    List<String> phrasings,
    String answer,
    String department,
    String law,
    LocalDate confirmed,
    String source) {

  /** A fact's place in a text. */
  static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  public PackEntry {
    phrasings = List.copyOf(phrasings);
  }

  /** The keys of all facts that it needs, in order. */
  public Set<String> facts() {
    Set<String> keys = new TreeSet<>();
    Stream.concat(Stream.of(question, answer, law, source), phrasings.stream())
        .flatMap(text -> PLACEHOLDER.matcher(text).results())
        .forEach(found -> keys.add(found.group(1)));
    return keys;
  }
}
