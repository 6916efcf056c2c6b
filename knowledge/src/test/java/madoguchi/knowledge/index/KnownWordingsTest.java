package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.TextAnalysis;
import org.junit.jupiter.api.Test;

/** The very words of an entry, particles and endings aside. */
class KnownWordingsTest {

  private final TextAnalysis analysis = new TextAnalysis();
  private final KnownWordings known =
      new KnownWordings(
          List.of(
              entry("転入届はどうすればいいですか。", "引っ越してきたんだけど何すればいい", "引っ越し"),
              entry("引っ越しごみはどうすればいいですか。", "引っ越し")),
          analysis);

  @Test
  void seesTheSameWordsThroughKanaParticlesAndEndings() {
    assertThat(known.entryOf("ひっこしてきたら何すればいい？")).isZero();
    assertThat(known.entryOf("引越しゴミはどうすればいいですか")).isEqualTo(1);
  }

  @Test
  void tellsMovingInFromMovingOut() {
    assertThat(known.entryOf("引っ越したら何すればいい")).isNegative();
    assertThat(known.entryOf("引っ越していくんだけど何すればいい")).isNegative();
  }

  @Test
  void knowsNoneOfSeveralThatShareAWording() {
    assertThat(known.entryOf("引っ越し")).isNegative();
    assertThat(known.entryOf("")).isNegative();
    assertThat(known.entryOf("は？")).isNegative();
  }

  private AnalysedEntry entry(String question, String... phrasings) {
    FaqEntry entry = FaqEntry.of(question, question, "答えです。").withPhrasings(List.of(phrasings));
    return AnalysedEntry.all(List.of(entry), analysis).getFirst();
  }
}
