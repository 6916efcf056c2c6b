package madoguchi.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How the words of town halls are read. */
class ReadingsTest {

  private final Readings readings = new Readings();

  @Test
  void readsKanjiAndLeavesKanaAsTyped() {
    assertThat(kana("粗大ゴミの申し込みは")).isEqualTo("そだいごみのもうしこみは");
    assertThat(kana("住民票の写し")).isEqualTo("じゅうみんひょうのうつし");
  }

  @Test
  void leavesWhatHasNoReading() {
    assertThat(kana("dvと14日")).startsWith("dvと14");
  }

  @Test
  void readsACompoundAsAWholeAndGivesItsParts() {
    assertThat(kana("株式会社")).isEqualTo("かぶしきがいしゃ");
    assertThat(readings.of("国民健康保険").stream().map(ReadWord::kana))
        .containsExactly("こくみん", "けんこう", "ほけん");
  }

  @Test
  void givesWordsInOrderWithinTheText() {
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      String text = JapaneseText.normalise(RandomText.of(random, 80));
      List<ReadWord> words = readings.of(text);
      int end = 0;
      for (ReadWord word : words) {
        assertThat(word.from()).isGreaterThanOrEqualTo(end);
        assertThat(word.to()).isGreaterThan(word.from()).isLessThanOrEqualTo(text.length());
        end = word.to();
      }
    }
  }

  private String kana(String text) {
    return readings.of(JapaneseText.normalise(text)).stream()
        .map(ReadWord::kana)
        .collect(Collectors.joining());
  }
}
