package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import org.junit.jupiter.api.Test;

/** What the build has found to be asked is what would be found now. */
class AspectsAheadTest {

  private final Map<String, Aspects> ahead = AspectsAhead.texts();

  @Test
  void everyTextAsksWhatItWouldBeFoundToAskNow() {
    assertThat(ahead).hasSizeGreaterThan(2_000);
    ahead.forEach(
        (text, aspects) ->
            assertThat(aspects.names()).containsExactlyElementsOf(Aspects.of(text).names()));
  }

  @Test
  void noQuestionOrWordingOfThePackIsLeftToTheStart() {
    assertThat(TownFile.demo().fill(BasePack.load()).entries())
        .flatExtracting(FaqEntry::phrasings)
        .allMatch(ahead::containsKey);
    assertThat(TownFile.demo().fill(BasePack.load()).entries())
        .extracting(FaqEntry::question)
        .allMatch(ahead::containsKey);
  }
}
