package madoguchi.knowledge.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * What may stand for what, ready to be looked up by the words of a question. Built once for all
 * towns that share a word list; never changed.
 */
public final class Synonyms {

  /** Nothing stands for anything. */
  public static final Synonyms NONE = of(List.of(), new TextAnalysis());

  private static final List<Alternative> NOTHING = List.of();

  private final Map<String, List<Alternative>> byWriting;
  private final Map<String, List<Alternative>> byTerms;

  /**
   * Something that may be said instead.
   *
   * @param terms what it is searched by, at least one; all are needed
   * @param weight how far it is the same, above 0 to 1
   */
  public record Alternative(List<String> terms, double weight) {

    public Alternative {
      terms = List.copyOf(terms);
    }
  }

  Synonyms(Map<String, List<Alternative>> byWriting, Map<String, List<Alternative>> byTerms) {
    this.byWriting = byWriting;
    this.byTerms = byTerms;
  }

  /** The general town-hall words that come with the program; read once. */
  public static Synonyms municipal() {
    return Municipal.LIST;
  }

  /** The same with further rules, such as a town's own. */
  public static Synonyms municipalAnd(List<SynonymRule> further) {
    List<SynonymRule> rules = new ArrayList<>(WordList.municipal().rules());
    rules.addAll(further);
    return of(rules, new TextAnalysis(ReadAhead.texts()));
  }

  private static final class Municipal {

    private static final Synonyms LIST =
        Objects.requireNonNullElseGet(SynonymsAhead.municipal(), () -> municipalAnd(List.of()));
  }

  /** Makes rules ready; of two rules with the same words the heavier counts. */
  public static Synonyms of(List<SynonymRule> rules, TextAnalysis analysis) {
    Map<String, List<String>> terms = new HashMap<>();
    Map<Alternative, Alternative> shared = new HashMap<>();
    Map<String, Map<List<String>, Alternative>> byWriting = new LinkedHashMap<>();
    Map<String, Map<List<String>, Alternative>> byTerms = new LinkedHashMap<>();
    for (SynonymRule rule : rules) {
      List<String> from = terms.computeIfAbsent(rule.trigger(), analysis::terms);
      List<String> to = terms.computeIfAbsent(rule.alternative(), analysis::terms);
      if (to.isEmpty() || to.equals(from)) {
        continue;
      }
      Alternative one =
          shared.computeIfAbsent(new Alternative(to, rule.weight()), alternative -> alternative);
      for (String writing : Writings.of(rule.trigger(), from.size())) {
        add(byWriting, writing, one);
      }
      if (!from.isEmpty()) {
        add(byTerms, String.join(" ", from), one);
      }
    }
    return new Synonyms(frozen(byWriting), frozen(byTerms));
  }

  private static void add(
      Map<String, Map<List<String>, Alternative>> rules, String key, Alternative one) {
    rules
        .computeIfAbsent(key, k -> new LinkedHashMap<>())
        .merge(one.terms(), one, (a, b) -> a.weight() >= b.weight() ? a : b);
  }

  private static Map<String, List<Alternative>> frozen(
      Map<String, Map<List<String>, Alternative>> rules) {
    Map<String, List<Alternative>> frozen = new LinkedHashMap<>();
    rules.forEach((key, alternatives) -> frozen.put(key, List.copyOf(alternatives.values())));
    return frozen;
  }

  /** What may stand for words written so, joined without spaces and in hiragana for katakana. */
  public List<Alternative> ofWriting(String joined) {
    return byWriting.getOrDefault(joined, NOTHING);
  }

  /** What may stand for two or more terms in this order, whatever particles stood between. */
  public List<Alternative> ofTerms(List<String> terms) {
    return byTerms.getOrDefault(String.join(" ", terms), NOTHING);
  }

  Map<String, List<Alternative>> byWriting() {
    return byWriting;
  }

  Map<String, List<Alternative>> byTerms() {
    return byTerms;
  }

  /** Gives every pair of terms that stand for each other, for what learns from words. */
  public void forEachPair(BiConsumer<List<String>, List<String>> pair) {
    byTerms.forEach(
        (from, alternatives) -> {
          List<String> terms = List.of(from.split(" "));
          alternatives.forEach(to -> pair.accept(terms, to.terms()));
        });
  }
}
