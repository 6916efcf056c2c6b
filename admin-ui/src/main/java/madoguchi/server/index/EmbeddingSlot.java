package madoguchi.server.index;

import madoguchi.knowledge.embedding.Embeddings;
import org.jspecify.annotations.Nullable;

/**
 * The model outside that the server was told of.
 *
 * @param model null: none
 */
public record EmbeddingSlot(@Nullable Embeddings model) {}
