package madoguchi.knowledge.embedding;

import java.util.List;
import java.util.Optional;

/** A model outside that turns texts into directions. */
public interface Embeddings {

  /** Names the model: directions of another one mean something else. */
  String model();

  /**
   * The directions of entries' texts, in their order; may take its time.
   *
   * @throws EmbeddingsFailed when they cannot be had whole
   */
  List<float[]> ofEntries(List<String> texts);

  /**
   * The direction of a question, of length 1; empty when it cannot be had within a moment. Then the
   * question is answered without.
   */
  Optional<float[]> ofQuestion(String question);
}
