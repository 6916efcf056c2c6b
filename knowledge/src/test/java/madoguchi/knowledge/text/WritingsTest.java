package madoguchi.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule of the word list also applies where its particles were left out in haste. */
class WritingsTest {

  @ParameterizedTest
  @CsvSource({"お金がない, お金ない", "水を止める, 水止める", "ゴミが残る, ごみ残る", "夜もやっている, 夜やっている", "１人は無理, 1人無理"})
  void leavesOutTheParticles(String phrase, String hasty) {
    assertThat(Writings.of(phrase, 1)).hasSize(2).contains(hasty);
  }

  @ParameterizedTest
  @CsvSource({"いなくなった", "とこがない", "見学", "夜が", "役所の紙"})
  void leavesTheRestAlone(String phrase) {
    assertThat(Writings.of(phrase, 1)).containsExactly(JapaneseText.hiragana(phrase));
  }

  @Test
  void needsNoSecondWritingWhereTermsAreEnough() {
    assertThat(Writings.of("水道を止める", 2)).containsExactly("水道を止める");
  }

  @Test
  void findsTheRuleByEither() {
    Synonyms rules =
        Synonyms.of(List.of(new SynonymRule("お金がない", "生活困窮", 0.6)), new TextAnalysis());

    assertThat(rules.ofWriting("お金がない")).hasSize(1).isEqualTo(rules.ofWriting("お金ない"));
    assertThat(rules.ofWriting("お金")).isEmpty();
  }
}
