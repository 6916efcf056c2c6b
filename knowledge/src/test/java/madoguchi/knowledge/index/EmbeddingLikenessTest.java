package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.knowledge.embedding.Embeddings;
import madoguchi.knowledge.embedding.EntryEmbeddings;
import madoguchi.knowledge.faq.FaqEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A model outside as one more signal. */
class EmbeddingLikenessTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final String QUESTION = "ごみと住民票";
  private static final List<Hit> WITHOUT =
      KnowledgeIndex.of(SmallTown.ENTRIES).search(QUESTION, TODAY, 10);

  /** Points each entry along an axis of its own, and the question as told. */
  private static KnowledgeIndex index(float @Nullable [] question, int length) {
    Map<String, float[]> directions = new HashMap<>();
    for (int i = 0; i < SmallTown.ENTRIES.size(); i++) {
      directions.put(SmallTown.ENTRIES.get(i).id(), axis(i, length));
    }
    return KnowledgeIndex.of(
        Ingredients.of(SmallTown.ENTRIES).with(new EntryEmbeddings(model(question), directions)));
  }

  private static float[] axis(int i, int length) {
    float[] axis = new float[length];
    axis[i] = 1;
    return axis;
  }

  private static Embeddings model(float @Nullable [] question) {
    return new Embeddings() {
      @Override
      public String model() {
        return "told";
      }

      @Override
      public List<float[]> ofEntries(List<String> texts) {
        throw new AssertionError("an index asks for no entry");
      }

      @Override
      public Optional<float[]> ofQuestion(String asked) {
        return Optional.ofNullable(question);
      }
    };
  }

  @Test
  void bringsUpWhatTheModelSays() {
    FaqEntry last = WITHOUT.getLast().entry();
    int number = SmallTown.ENTRIES.indexOf(last);
    List<Hit> with = index(axis(number, 8), 8).search(QUESTION, TODAY, 10);
    int before = WITHOUT.size() - 1;
    int after = with.stream().map(Hit::entry).toList().indexOf(last);
    assertThat(after).isLessThan(before);
    assertThat(with.get(after).why()).extracting(Hit.Signal::name).contains("外部モデルによる意味の近さ");
  }

  @Test
  void changesNothingWhenTheModelIsSilent() {
    List<Hit> hits = index(null, 8).search(QUESTION, TODAY, 10);
    assertThat(found(hits)).isEqualTo(found(WITHOUT));
    assertThat(hits)
        .allSatisfy(
            hit -> assertThat(hit.why()).contains(new Hit.Signal(EmbeddingLikeness.MISSED, 0, 0)));
  }

  @Test
  void changesNothingWhenTheQuestionsDirectionIsOfAnotherLength() {
    assertThat(found(index(axis(1, 12), 8).search(QUESTION, TODAY, 10))).isEqualTo(found(WITHOUT));
  }

  @Test
  void saysThatTheModelHasNotReadTheEntriesYet() {
    KnowledgeIndex index =
        KnowledgeIndex.of(
            Ingredients.of(SmallTown.ENTRIES)
                .with(new EntryEmbeddings(model(axis(0, 4)), Map.of())));
    List<Hit> hits = index.search(QUESTION, TODAY, 10);
    assertThat(found(hits)).isEqualTo(found(WITHOUT));
    assertThat(hits.getFirst().why())
        .extracting(Hit.Signal::name)
        .contains(EmbeddingLikeness.NOT_YET);
    assertThat(WITHOUT.getFirst().why())
        .extracting(Hit.Signal::name)
        .doesNotContain(EmbeddingLikeness.NOT_YET, EmbeddingLikeness.MISSED);
  }

  /** Which entries, how well and how surely. */
  private static List<List<Object>> found(List<Hit> hits) {
    return hits.stream()
        .map(hit -> List.<Object>of(hit.entry().id(), hit.score(), hit.confidence()))
        .toList();
  }

  @Test
  void doesWithEntriesOfWhichSomeHaveNoDirectionOrAnother() {
    Map<String, float[]> some = new HashMap<>();
    some.put("gomi", axis(0, 4));
    some.put("sodai", axis(1, 4));
    some.put("juminhyo", axis(1, 9));
    KnowledgeIndex index =
        KnowledgeIndex.of(
            Ingredients.of(SmallTown.ENTRIES).with(new EntryEmbeddings(model(axis(0, 4)), some)));
    assertThat(index.search(QUESTION, TODAY, 10)).hasSameSizeAs(WITHOUT);
  }

  @Test
  void aDirectionOfNothingIsNone() {
    assertThat(EntryEmbeddings.unit(List.of(0f, 0f))).isEmpty();
    assertThat(EntryEmbeddings.unit(List.of())).isEmpty();
    assertThat(EntryEmbeddings.unit(List.of(Float.NaN, 1f))).isEmpty();
    assertThat(EntryEmbeddings.unit(List.of(0f, 2f)).orElseThrow()).containsExactly(0, 1);
  }
}
