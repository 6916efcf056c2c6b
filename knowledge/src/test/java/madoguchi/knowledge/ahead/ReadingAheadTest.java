package madoguchi.knowledge.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.index.AspectsAhead;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import madoguchi.knowledge.text.ReadAhead;
import madoguchi.knowledge.text.SynonymRule;
import madoguchi.knowledge.text.SynonymsAhead;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.text.Token;
import madoguchi.knowledge.text.WordList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build has read is what would be read now. */
class ReadingAheadTest {

  private final TextAnalysis analysis = new TextAnalysis();
  private final Map<String, List<Token>> ahead = ReadAhead.texts();

  @Test
  void everyTextIsReadAsItWouldBeReadNow() {
    assertThat(ahead).hasSizeGreaterThan(10_000);
    ahead.forEach(
        (text, words) -> {
          assertThat(words).isEqualTo(analysis.tokens(text));
          assertThat(Token.terms(words)).isEqualTo(analysis.terms(text));
        });
  }

  @Test
  void noWordOfTheListIsLeftToTheStart() {
    assertThat(WordList.municipal().rules())
        .flatExtracting(SynonymRule::trigger, SynonymRule::alternative)
        .allMatch(ahead::containsKey);
  }

  @Test
  void noQuestionOrWordingOfThePackIsLeftToTheStart() {
    assertThat(TownFile.demo().fill(BasePack.load()).entries())
        .flatExtracting(FaqEntry::phrasings)
        .hasSizeGreaterThan(1_000)
        .allMatch(ahead::containsKey);
    assertThat(TownFile.demo().fill(BasePack.load()).entries())
        .extracting(FaqEntry::question)
        .allMatch(ahead::containsKey);
  }

  @Test
  void theSameTextsGiveTheSameBytes(@TempDir Path folder) throws Exception {
    ReadingAhead.main(new String[] {folder.toString()});
    for (String made : List.of(ReadAhead.RESOURCE, AspectsAhead.RESOURCE, SynonymsAhead.RESOURCE)) {
      assertThat(getClass().getResourceAsStream(made))
          .hasBinaryContent(Files.readAllBytes(Path.of(folder + made)));
    }
  }
}
