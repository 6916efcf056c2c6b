package madoguchi.knowledge.index;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import madoguchi.knowledge.embedding.EntryEmbeddings;
import org.jspecify.annotations.Nullable;

/**
 * The cosine between question and entry by a model outside, less that of the entries on the whole:
 * so it orders entries and does not make all of them look better. Nothing without a model, and for
 * a question to which the model gave no direction in time.
 */
final class EmbeddingLikeness implements Signal {

  static final String KEY = "embedding";

  /** What the staff reads when the model gave nothing for the question. */
  static final String MISSED = "外部モデルの応答がなく、意味の近さは使われていません";

  /** What the staff reads while the model has given nothing for the entries. */
  static final String NOT_YET = "外部モデルが項目をまだ読んでおらず、意味の近さは使われていません";

  private final EntryEmbeddings embeddings;
  private final float[] @Nullable [] directions;
  private final float[] middle;

  EmbeddingLikeness(EntryEmbeddings embeddings, List<AnalysedEntry> entries) {
    this.embeddings = embeddings;
    directions = new float[entries.size()][];
    int length = 0;
    for (int i = 0; i < directions.length; i++) {
      float[] direction = embeddings.byEntry().get(entries.get(i).entry().id());
      length = direction == null || length > 0 ? length : direction.length;
      // One of another length is left of another model; it will be asked for again.
      directions[i] = direction != null && direction.length == length ? direction : null;
    }
    middle = middle(length);
  }

  private float[] middle(int length) {
    float[] sum = new float[length];
    int count = 0;
    for (float @Nullable [] direction : directions) {
      if (direction != null) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += direction[i];
        }
        count++;
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= count;
    }
    return sum;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String japanese() {
    return "外部モデルによる意味の近さ";
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    if (embeddings.model() == null) {
      return entry -> 0;
    }
    Optional<float[]> question =
        middle.length == 0 ? Optional.empty() : embeddings.ofQuestion(asked.typed());
    if (question.isEmpty() || question.get().length != middle.length) {
      asked.missed().accept(middle.length == 0 ? NOT_YET : MISSED);
      return entry -> 0;
    }
    float[] direction = question.get();
    double onTheWhole = product(direction, middle);
    return entry -> {
      float[] of = directions[entry];
      return of == null ? 0 : product(direction, of) - onTheWhole;
    };
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
