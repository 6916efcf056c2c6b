package madoguchi.knowledge.index;

import java.util.List;
import java.util.Optional;
import madoguchi.knowledge.embedding.Embeddings;

/** A model that must not be asked. */
final class NobodyOutside implements Embeddings {

  @Override
  public String model() {
    return "outside";
  }

  @Override
  public List<float[]> ofEntries(List<String> texts) {
    throw new AssertionError("asked for entries");
  }

  @Override
  public Optional<float[]> ofQuestion(String question) {
    throw new AssertionError("asked: " + question);
  }
}
