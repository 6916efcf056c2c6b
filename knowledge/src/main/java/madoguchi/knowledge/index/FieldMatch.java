package madoguchi.knowledge.index;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/**
 * BM25 (Robertson and Zaragoza 2009) of one field, substitutes included as {@link FieldQuery} says.
 */
record FieldMatch(String key, String japanese, Function<FieldScores, float[]> field)
    implements Signal {

  static List<Signal> all() {
    return List.of(
        new FieldMatch("question", "質問文との一致", FieldScores::question),
        new FieldMatch("wordings", "言い換えとの一致", FieldScores::wordings),
        new FieldMatch("answer", "回答との一致", FieldScores::answer));
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    float[] scores = field.apply(asked.matches());
    return entry -> scores[entry];
  }
}
