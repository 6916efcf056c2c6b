package madoguchi.knowledge.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A town's own facts: those that the pack asks for and whose values have the form it asks for.
 *
 * @param values the good values by key
 * @param faults what was given and refused; such a fact counts as not given
 */
public record LocalFacts(Map<String, String> values, List<Fault> faults) {

  public LocalFacts {
    values = Map.copyOf(values);
    faults = List.copyOf(faults);
  }

  /**
   * A value that cannot be used.
   *
   * @param key the fact
   * @param label what the fact is, in Japanese; the key itself when the pack knows no such fact
   * @param reason a sentence for the town's staff
   */
  public record Fault(String key, String label, String reason) {}

  /** Checks what a town has given against what the pack asks for. */
  public static LocalFacts of(BasePack pack, Map<String, String> given) {
    Map<String, String> good = new TreeMap<>();
    List<Fault> faults = new ArrayList<>();
    new TreeMap<>(given)
        .forEach(
            (key, value) -> {
              LocalFact fact = pack.facts().get(key);
              Optional<String> reason =
                  fact == null ? Optional.of("ひな型にない項目です") : fact.type().fault(value);
              reason.ifPresentOrElse(
                  text -> faults.add(new Fault(key, fact == null ? key : fact.label(), text)),
                  () -> good.put(key, value));
            });
    return new LocalFacts(good, faults);
  }

  /** The value of a fact, or null when the town has not given a good one. */
  @Nullable String value(String key) {
    return values.get(key);
  }
}
