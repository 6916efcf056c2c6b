package madoguchi.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import madoguchi.knowledge.index.Hit;
import madoguchi.knowledge.index.KnowledgeIndex;
import madoguchi.knowledge.index.LearnedWeights;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/**
 * What a town's memory has taught is kept for what it was learned from, and for that town alone.
 */
class TownWeightsTest {

  private static final MunicipalityCode TOWN = new MunicipalityCode("town");
  private static final MunicipalityCode OTHER = new MunicipalityCode("other");
  private static final TownWeights.Of FIRST = new TownWeights.Of(1, 1, 1);

  private final TownWeights weights = new TownWeights();

  private static KnowledgeIndex teaching(Map<String, Double> values) {
    return new KnowledgeIndex() {
      @Override
      public List<Hit> search(String question, LocalDate today, int limit) {
        return List.of();
      }

      @Override
      public LearnedWeights learn() {
        return new LearnedWeights(values);
      }

      @Override
      public int size() {
        return 0;
      }
    };
  }

  @Test
  void nothingIsKnownOfATownThatHasTaughtNothing() {
    assertThat(weights.of(TOWN)).isEqualTo(LearnedWeights.NONE);
    assertThat(weights.areBehind(TOWN, FIRST)).isTrue();
  }

  @Test
  void whatWasLearnedHoldsUntilEntriesVectorsOrMemoryChange() {
    assertThat(weights.learn(TOWN, FIRST, teaching(Map.of("memory", 6.0)))).isTrue();

    assertThat(weights.of(TOWN).values()).containsExactly(Map.entry("memory", 6.0));
    assertThat(weights.areBehind(TOWN, new TownWeights.Of(1, 1, 1))).isFalse();
    assertThat(weights.areBehind(TOWN, new TownWeights.Of(2, 1, 1))).isTrue();
    assertThat(weights.areBehind(TOWN, new TownWeights.Of(1, 2, 1))).isTrue();
    assertThat(weights.areBehind(TOWN, new TownWeights.Of(1, 1, 2))).isTrue();
    assertThat(weights.of(OTHER)).isEqualTo(LearnedWeights.NONE);
  }

  @Test
  void anIndexIsMadeAnewOnlyForOtherWeights() {
    weights.learn(TOWN, FIRST, teaching(Map.of("memory", 6.0)));

    assertThat(weights.learn(TOWN, new TownWeights.Of(2, 1, 1), teaching(Map.of("memory", 6.0))))
        .isFalse();
    assertThat(weights.areBehind(TOWN, new TownWeights.Of(2, 1, 1))).isFalse();
    assertThat(weights.learn(TOWN, new TownWeights.Of(3, 1, 1), teaching(Map.of()))).isTrue();
    assertThat(weights.of(TOWN)).isEqualTo(LearnedWeights.NONE);
  }
}
