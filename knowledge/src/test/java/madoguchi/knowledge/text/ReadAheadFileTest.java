package madoguchi.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is written is read. */
class ReadAheadFileTest {

  private final TextAnalysis analysis = new TextAnalysis();

  private Map<String, List<Token>> written(String... texts) throws IOException {
    return new ReadAheadFile(
            new NumberedFile(ReadAheadWriter.write(new TreeSet<>(List.of(texts)), analysis)))
        .texts();
  }

  @Test
  void aTextIsReadBackWithItsWords() throws IOException {
    assertThat(written("粗大ゴミを出したいのですが"))
        .containsExactly(Map.entry("粗大ゴミを出したいのですが", analysis.tokens("粗大ゴミを出したいのですが")));
  }

  @Test
  void aWordThatIsNoTermStaysNone() throws IOException {
    List<Token> words = written("ごみを").get("ごみを");
    assertThat(words).extracting(Token::term).containsExactly("ごみ", null);
  }

  @Test
  void textsWithoutWordsAreReadBackEmpty() throws IOException {
    assertThat(written("", "。")).isEqualTo(Map.of("", List.of(), "。", List.of()));
  }

  @Test
  void noTextsAreNone() throws IOException {
    assertThat(written()).isEmpty();
  }

  @Test
  void lettersOfTwoHalvesStayWhole() throws IOException {
    assertThat(written("𠮷野家の𠮷"))
        .containsExactly(Map.entry("𠮷野家の𠮷", analysis.tokens("𠮷野家の𠮷")));
  }

  @Test
  void equalWordsOfSeveralTextsAreOneObject() throws IOException {
    Map<String, List<Token>> both = written("転入届", "転入届はいつ");
    assertThat(both.get("転入届はいつ").getFirst()).isSameAs(both.get("転入届").getFirst());
  }
}
