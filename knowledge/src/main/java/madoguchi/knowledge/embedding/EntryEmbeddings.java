package madoguchi.knowledge.embedding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directions of a town's entries, as far as they are known, and who gives those of questions.
 *
 * @param model null: there is none
 * @param byEntry by the entry's id, each of length 1
 */
public record EntryEmbeddings(@Nullable Embeddings model, Map<String, float[]> byEntry) {

  /** No model is used. */
  public static final EntryEmbeddings NONE = new EntryEmbeddings(null, Map.of());

  public EntryEmbeddings {
    byEntry = Map.copyOf(byEntry);
  }

  /** The direction of a question; empty without a model, and when it gives none in time. */
  public Optional<float[]> ofQuestion(String question) {
    return model == null || byEntry.isEmpty() ? Optional.empty() : model.ofQuestion(question);
  }

  /** A direction brought to length 1; empty for one that has none or holds what is no number. */
  public static Optional<float[]> unit(List<Float> parts) {
    double squares = 0;
    for (float part : parts) {
      squares += (double) part * part;
    }
    if (!(squares > 1e-12) || !Double.isFinite(squares)) {
      return Optional.empty();
    }
    float[] unit = new float[parts.size()];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (parts.get(i) / Math.sqrt(squares));
    }
    return Optional.of(unit);
  }
}
