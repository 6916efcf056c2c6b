package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Questions that have been resolved, found again by their words. The likeness of two questions is
 * ½·(cosine of tf-idf, substitutes included) + ½·(cosine of meaning).
 */
final class Remembered {

  private final List<RememberedQuestion> all = new ArrayList<>();

  /** Which have a term, and how much of each it is. */
  private final Map<String, List<Place>> byTerm = new HashMap<>();

  private record Place(int number, double weight) {}

  void add(RememberedQuestion one) {
    one.tfIdf()
        .weights()
        .forEach(
            (term, weight) ->
                byTerm
                    .computeIfAbsent(term, t -> new ArrayList<>(1))
                    .add(new Place(all.size(), weight)));
    all.add(one);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** All of them, in the order in which they were added. */
  List<RememberedQuestion> all() {
    return List.copyOf(all);
  }

  /** How like each entry's remembered questions are to one that is asked, each times its grade. */
  Map<Integer, Double> likeness(TfIdf asked, float[] direction) {
    return likeness(asked, direction, "");
  }

  /** The same as if a text were not remembered. */
  Map<Integer, Double> likeness(TfIdf asked, float[] direction, String but) {
    double[] cosines = new double[all.size()];
    asked
        .weights()
        .forEach(
            (term, weight) -> {
              for (Place place : byTerm.getOrDefault(term, List.of())) {
                cosines[place.number] += weight * place.weight;
              }
            });
    Map<Integer, Double> best = new HashMap<>();
    IntStream.range(0, cosines.length)
        .filter(
            number -> cosines[number] > 0 && (but.isEmpty() || !all.get(number).text().equals(but)))
        .forEach(
            number -> {
              RememberedQuestion one = all.get(number);
              double likeness =
                  0.5 * cosines[number]
                      + 0.5 * Math.max(0, Meaning.cosine(direction, one.direction()));
              best.merge(one.entry(), likeness * one.grade(), Math::max);
            });
    return best;
  }
}
