package madoguchi.bot.llm;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.List;
import madoguchi.bot.inquiry.PersonalInfo;
import madoguchi.knowledge.embedding.EmbeddingsFailed;
import madoguchi.knowledge.embedding.EntryEmbeddings;

/** The one way out: masks what identifies a person, and takes back only what is whole. */
final class Masked {

  private Masked() {}

  /** A direction of length 1 for each text, all of one dimension. */
  static List<float[]> ask(EmbeddingModel model, List<String> texts) {
    List<Embedding> given =
        model
            .embedAll(
                texts.stream()
                    .map(text -> TextSegment.from(PersonalInfo.mask(text).text()))
                    .toList())
            .content();
    if (given.size() != texts.size()) {
      throw new EmbeddingsFailed(given.size() + " directions for " + texts.size() + " texts");
    }
    List<float[]> directions = new ArrayList<>();
    for (Embedding one : given) {
      float[] direction =
          EntryEmbeddings.unit(one.vectorAsList())
              .orElseThrow(() -> new EmbeddingsFailed("a direction without a length"));
      if (!directions.isEmpty() && directions.getFirst().length != direction.length) {
        throw new EmbeddingsFailed("directions of different lengths");
      }
      directions.add(direction);
    }
    return directions;
  }
}
