package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import madoguchi.knowledge.text.ReadAhead;
import madoguchi.knowledge.text.TextAnalysis;
import org.junit.jupiter.api.Test;

/** No text is taken apart twice, nor one that the build has taken apart. */
class ReadTextsTest {

  private static final String OWN = "あおぞら温泉プールの回数券";

  private final TextAnalysis analysis = new TextAnalysis();
  private final ReadTexts first = new ReadTexts(analysis, null);

  @Test
  void aTextOfThePackIsAsTheBuildHasReadIt() {
    String text = "住民票";
    assertThat(first.words(text)).isSameAs(ReadAhead.texts().get(text));
  }

  @Test
  void anotherTextIsReadOnce() {
    assertThat(first.words(OWN)).isEqualTo(analysis.tokens(OWN)).isSameAs(first.words(OWN));
    assertThat(first.terms(OWN)).isEqualTo(analysis.terms(OWN)).isSameAs(first.terms(OWN));
    assertThat(first.reading("温泉")).isEqualTo(analysis.reading("温泉"));
  }

  @Test
  void theNextIndexTakesItOver() {
    List<String> terms = first.terms(OWN);
    first.finish();
    ReadTexts next = new ReadTexts(analysis, first);
    assertThat(next.terms(OWN)).isSameAs(terms);
  }

  @Test
  void whatTheNextIndexDoesNotNeedIsForgotten() {
    first.words(OWN);
    ReadTexts next = new ReadTexts(analysis, first);
    assertThat(next.all()).isEmpty();
    next.words("住民票");
    assertThat(next.all()).containsExactly("住民票");
  }
}
