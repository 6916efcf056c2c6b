package madoguchi.knowledge.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question as it is searched.
 *
 * @param groups its words in their order, those together that something else may stand for
 * @param matter what it names, when it asks nothing particular of it
 */
record Question(List<Group> groups, Matter matter) {

  /** A question that asks something. */
  Question(List<Group> groups) {
    this(groups, Matter.NONE);
  }

  /**
   * Words that belong together.
   *
   * @param own the resident's own terms, each once; empty when the recipe drops them all
   * @param substitutes what may stand for some of them
   */
  record Group(List<String> own, List<Substitute> substitutes) {}

  /**
   * What may stand for words of a group.
   *
   * @param terms all needed
   * @param weight how far it is the same, above 0 to 1
   * @param covered the group's own terms it stands for
   * @param others the group's own terms it does not stand for
   */
  record Substitute(List<String> terms, double weight, List<String> covered, List<String> others) {}

  boolean isEmpty() {
    return groups.isEmpty();
  }

  /** Every own term once. */
  List<String> own() {
    return groups.stream().flatMap(group -> group.own().stream()).distinct().toList();
  }

  /** Every term that is searched for with the greatest weight it has: 1 for own terms. */
  Map<String, Double> expanded() {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Group group : groups) {
      group.own().forEach(term -> weights.put(term, 1.0));
    }
    for (Group group : groups) {
      for (Substitute substitute : group.substitutes()) {
        substitute.terms().forEach(term -> weights.merge(term, substitute.weight(), Math::max));
      }
    }
    return weights;
  }
}
