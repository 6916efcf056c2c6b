package madoguchi.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the build has made of the word list is what would be made of it now. */
class SynonymsAheadTest {

  private final Synonyms ahead = SynonymsAhead.municipal();
  private final Synonyms now = Synonyms.municipalAnd(List.of());

  @Test
  void everyRuleIsAsItWouldBeMadeNowAndInTheSameOrder() {
    assertThat(ahead.byWriting()).hasSizeGreaterThan(3_000);
    assertThat(entries(ahead.byWriting())).isEqualTo(entries(now.byWriting()));
    assertThat(entries(ahead.byTerms())).isEqualTo(entries(now.byTerms()));
  }

  @Test
  void isWhatAServerUses() {
    assertThat(Synonyms.municipal().byTerms().values())
        .zipSatisfy(ahead.byTerms().values(), (used, made) -> assertThat(used).isEqualTo(made));
  }

  private static List<Map.Entry<String, List<Synonyms.Alternative>>> entries(
      Map<String, List<Synonyms.Alternative>> rules) {
    return List.copyOf(rules.entrySet());
  }
}
