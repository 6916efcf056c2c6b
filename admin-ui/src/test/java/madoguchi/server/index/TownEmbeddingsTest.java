package madoguchi.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import madoguchi.acceptance.TownHall;
import madoguchi.knowledge.embedding.Embeddings;
import madoguchi.knowledge.embedding.EmbeddingsFailed;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqSnapshot;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.storage.Database;
import madoguchi.server.storage.EntryEmbeddingRows;
import org.junit.jupiter.api.Test;

/** Which entries a model outside is asked about, and what is kept. */
class TownEmbeddingsTest {

  private final MunicipalityCode town =
      new MunicipalityCode("emb" + Math.abs(System.nanoTime() % 1_000_000_000));
  private final EntryEmbeddingRows rows =
      new EntryEmbeddingRows(TownHall.open().bean(Database.class));
  private final List<String> asked = new ArrayList<>();
  private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private boolean ill;

  private final class Model implements Embeddings {

    @Override
    public String model() {
      return "test-model";
    }

    @Override
    public List<float[]> ofEntries(List<String> texts) {
      if (ill && !asked.isEmpty()) {
        throw new EmbeddingsFailed("ill");
      }
      asked.addAll(texts);
      return texts.stream().map(text -> new float[] {text.length(), 1.5f}).toList();
    }

    @Override
    public Optional<float[]> ofQuestion(String question) {
      return Optional.empty();
    }
  }

  private TownEmbeddings embeddings() {
    return new TownEmbeddings(new EmbeddingSlot(new Model()), rows, clock);
  }

  private static List<FaqEntry> entries(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> FaqEntry.of("e" + i, "質問" + i, "答え" + i))
        .toList();
  }

  @Test
  void asksOnceForEachEntryAndReadsItAgainAfterAStart() {
    FaqSnapshot snapshot = new FaqSnapshot(3, entries(70));
    TownEmbeddings first = embeddings();
    assertThat(first.isBehind(town, 3)).isTrue();
    first.fetch(town, snapshot);
    assertThat(asked).hasSize(70);
    assertThat(first.isBehind(town, 3)).isFalse();
    TownEmbeddings second = embeddings();
    second.fetch(town, snapshot);
    assertThat(asked).hasSize(70);
    assertThat(second.of(town).byEntry()).hasSize(70);
    assertThat(second.of(town).byEntry().get("e7"))
        .containsExactly(first.of(town).byEntry().get("e7"));
  }

  @Test
  void asksAgainOnlyForWhatHasChanged() {
    TownEmbeddings embeddings = embeddings();
    embeddings.fetch(town, new FaqSnapshot(1, entries(5)));
    asked.clear();
    List<FaqEntry> edited = new ArrayList<>(entries(5));
    edited.set(2, FaqEntry.of("e2", "質問2", "新しい答え"));
    assertThat(embeddings.isBehind(town, 2)).isTrue();
    embeddings.fetch(town, new FaqSnapshot(2, edited));
    assertThat(asked).containsExactly("質問2\n新しい答え");
  }

  @Test
  void keepsWhatCameBeforeAFailureAndTriesAgainLater() {
    ill = true;
    TownEmbeddings embeddings = embeddings();
    embeddings.fetch(town, new FaqSnapshot(1, entries(70)));
    assertThat(embeddings.of(town).byEntry()).hasSize(32);
    assertThat(embeddings.isBehind(town, 1)).as("within the minute").isFalse();
    ill = false;
    embeddings.fetch(town, new FaqSnapshot(1, entries(70)));
    assertThat(embeddings.of(town).byEntry()).hasSize(70);
    assertThat(asked).hasSize(70);
  }

  @Test
  void withoutAModelNothingIsBehind() {
    TownEmbeddings none = new TownEmbeddings(new EmbeddingSlot(null), rows, clock);
    assertThat(none.isBehind(town, 9)).isFalse();
    assertThat(none.of(town).byEntry()).isEmpty();
  }
}
