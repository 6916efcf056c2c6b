package madoguchi.knowledge.index;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * BM25 (Robertson and Zaragoza 2009) of one field. Of a group's own terms and what may stand for
 * them the best alone counts, so that a word with many synonyms weighs no more than one with none:
 * the same synonyms side by side lose all that they gain.
 */
record FieldMatch(String key, String japanese, Field field) implements Signal {

  /** One of the fields. */
  interface Field {

    float score(FieldScores matches, int entry);
  }

  static List<Signal> all() {
    return List.of(
        new FieldMatch("question", "質問文との一致", FieldScores::question),
        new FieldMatch("wordings", "言い換えとの一致", FieldScores::wordings),
        new FieldMatch("answer", "回答との一致", FieldScores::answer));
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    FieldScores matches = asked.matches();
    return entry -> field.score(matches, entry);
  }
}
