package madoguchi.knowledge.text;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import madoguchi.knowledge.text.Synonyms.Alternative;

/** Writes what {@link SynonymsAhead} reads; the same word list gives the same bytes. */
public final class SynonymsWriter {

  private final NumberedWriter out = new NumberedWriter();
  private final Map<Alternative, Integer> numbers = new LinkedHashMap<>();

  private SynonymsWriter() {}

  /** Makes the program's word list ready and writes down what came out. */
  public static byte[] writeMunicipal() throws IOException {
    return new SynonymsWriter().write(Synonyms.municipalAnd(List.of()));
  }

  private byte[] write(Synonyms words) throws IOException {
    Stream.of(words.byWriting(), words.byTerms())
        .flatMap(rules -> rules.values().stream())
        .flatMap(List::stream)
        .forEach(one -> numbers.putIfAbsent(one, numbers.size()));
    out.add(numbers.size());
    for (Alternative one : numbers.keySet()) {
      out.addLong(Double.doubleToLongBits(one.weight()));
      out.add(one.terms());
    }
    add(words.byWriting());
    add(words.byTerms());
    return out.bytes();
  }

  private void add(Map<String, List<Alternative>> rules) {
    out.add(rules.size());
    rules.forEach(
        (key, alternatives) -> {
          out.add(key);
          out.add(alternatives.size());
          alternatives.forEach(one -> out.add(numbers.getOrDefault(one, -1)));
        });
  }
}
