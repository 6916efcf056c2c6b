package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.SynonymRule;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.text.Token;
import madoguchi.knowledge.text.WordList;
import org.junit.jupiter.api.Test;

/** That the word list carries residents' plain words to what a town's titles call the matter. */
class PlainWordsTest {

  private static final String FILE = "/madoguchi/words/plain-questions.tsv";

  private record Row(String asked, String title) {}

  private static List<Row> rows() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PlainWordsTest.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .map(cells -> new Row(cells[0], cells[1]))
          .toList();
    }
  }

  private static EntryIndex index(List<Row> rows, Synonyms words) {
    List<FaqEntry> entries =
        IntStream.range(0, rows.size())
            .mapToObj(i -> FaqEntry.of("e" + i, rows.get(i).title(), "担当課へお問い合わせください。"))
            .toList();
    return new EntryIndex(
        new Ingredients(entries, words, Learning.vectors(entries, words), List.of()),
        Weights.ofSignals());
  }

  private static List<String> missed(List<Row> rows, EntryIndex index) {
    List<String> missed = new ArrayList<>();
    for (Row row : rows) {
      List<Hit> hits = index.search(row.asked(), LocalDate.of(2026, 11, 26), 1);
      if (hits.isEmpty() || !hits.getFirst().entry().question().equals(row.title())) {
        missed.add(row.asked());
      }
    }
    return missed;
  }

  @Test
  void findsTheTitleThatSaysItInOtherWords() throws IOException {
    assertThat(missed(rows(), index(rows(), Synonyms.municipal()))).isEmpty();
  }

  /** Else the titles would be found by their own words and the test above told nothing. */
  @Test
  void findsFewOfThemWithoutTheList() throws IOException {
    List<Row> rows = rows();
    assertThat(missed(rows, index(rows, Synonyms.NONE))).hasSizeGreaterThan(rows.size() / 3);
  }

  /**
   * A rule whose trigger is one token that the recipe drops would fire on ever so many questions:
   * アリ is あり when katakana is folded.
   */
  @Test
  void noRuleFiresOnOneLittleWord() {
    TextAnalysis analysis = new TextAnalysis();
    assertThat(
            WordList.municipal().rules().stream()
                .map(SynonymRule::trigger)
                .distinct()
                .filter(trigger -> isLittle(analysis.tokens(trigger))))
        .isEmpty();
  }

  /** A verb in its dictionary form, as とる, may stand in the list on purpose. */
  private static boolean isLittle(List<Token> words) {
    Token only = words.getFirst();
    boolean verb =
        only.base().equals(only.surface())
            && "うくぐすつぬぶむる".indexOf(only.base().charAt(only.base().length() - 1)) >= 0;
    boolean kana = only.surface().matches("[ぁ-ゖー]{1,2}");
    return words.size() == 1 && only.term() == null && kana && !verb;
  }
}
