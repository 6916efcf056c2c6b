package madoguchi.knowledge.index;

import java.util.Collection;
import java.util.List;
import madoguchi.knowledge.embedding.EntryEmbeddings;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;

/**
 * What an index is made of; the order of its answers is a function of these alone.
 *
 * @param entries in any order
 * @param synonyms what may stand for what
 * @param vectors learned beforehand, also from earlier entries; {@link WordVectors#NONE} serves at
 *     once, with less understanding
 * @param memory questions that people have resolved
 * @param embeddings what a model outside says of the entries
 * @param town the town's name, such as 焼津市, which tells no entry from another; empty: it is looked
 *     for in the entries
 * @param weights what the town's memory has taught
 */
public record Ingredients(
    List<FaqEntry> entries,
    Synonyms synonyms,
    WordVectors vectors,
    List<Resolved> memory,
    EntryEmbeddings embeddings,
    String town,
    LearnedWeights weights) {

  public Ingredients {
    entries = List.copyOf(entries);
    memory = List.copyOf(memory);
  }

  /** Without a model outside, and with the town's name as the entries have it. */
  public Ingredients(
      List<FaqEntry> entries, Synonyms synonyms, WordVectors vectors, List<Resolved> memory) {
    this(entries, synonyms, vectors, memory, EntryEmbeddings.NONE, "", LearnedWeights.NONE);
  }

  /** Entries alone, with the word list of the program. */
  public static Ingredients of(Collection<FaqEntry> entries) {
    return new Ingredients(List.copyOf(entries), Synonyms.municipal(), WordVectors.NONE, List.of());
  }

  /** The same with other synonyms. */
  public Ingredients with(Synonyms other) {
    return new Ingredients(entries, other, vectors, memory, embeddings, town, weights);
  }

  /** The same with other vectors. */
  public Ingredients with(WordVectors other) {
    return new Ingredients(entries, synonyms, other, memory, embeddings, town, weights);
  }

  /** The same with another memory. */
  public Ingredients with(List<Resolved> other) {
    return new Ingredients(entries, synonyms, vectors, other, embeddings, town, weights);
  }

  /** The same with a model outside. */
  public Ingredients with(EntryEmbeddings other) {
    return new Ingredients(entries, synonyms, vectors, memory, other, town, weights);
  }

  /** The same of a town whose name is known. */
  public Ingredients in(String name) {
    return new Ingredients(entries, synonyms, vectors, memory, embeddings, name, weights);
  }

  /** The same with what its memory has taught. */
  public Ingredients with(LearnedWeights other) {
    return new Ingredients(entries, synonyms, vectors, memory, embeddings, town, other);
  }
}
