package madoguchi.knowledge.text;

/**
 * What may stand for what.
 *
 * @param trigger what a resident types
 * @param alternative what an entry may say instead
 * @param weight how far the one is the other, above 0 to 1
 */
public record SynonymRule(String trigger, String alternative, double weight) {

  public SynonymRule {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("illegal weight: " + weight + " is not above 0 to 1");
    }
  }
}
