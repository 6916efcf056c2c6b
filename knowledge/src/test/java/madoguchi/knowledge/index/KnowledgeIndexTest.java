package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import madoguchi.knowledge.faq.Audience;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.faq.Provenance;
import madoguchi.knowledge.text.RandomText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, in which order, and that nothing typed breaks it. */
class KnowledgeIndexTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  private final KnowledgeIndex index = KnowledgeIndex.of(SmallTown.ENTRIES);

  @Test
  void katakanaFindsWhatStandsInHiragana() {
    assertThat(best("粗大ゴミ")).isEqualTo("sodai");
  }

  @Test
  void aWordOfTheQuestionCountsMoreThanTheSameWordInAnAnswer() {
    assertThat(ids("住民票")).startsWith("juminhyo");
  }

  @Test
  void aResidentsWordingFindsTheTownsEntry() {
    assertThat(best("ひっこしてきたら何すればいい？")).isEqualTo("tennyu");
  }

  @Test
  void aQuestionAboutNothingInTheTownFindsNothing() {
    assertThat(ids("ブラックホールの蒸発")).isEmpty();
  }

  @Test
  void scoresFallAndConfidenceIsAProbability() {
    List<Hit> hits = index.search("引っ越しとごみと住民票と税金", TODAY, 10);
    assertThat(hits).hasSizeGreaterThan(2);
    assertThat(hits).extracting(Hit::score).isSortedAccordingTo(Collections.reverseOrder());
    assertThat(hits).extracting(Hit::confidence).allMatch(c -> c >= 0 && c <= 1);
  }

  @Test
  void saysWhyInJapanese() {
    assertThat(index.search("住民票", TODAY, 1).getFirst().why())
        .isNotEmpty()
        .allMatch(signal -> signal.name().codePoints().anyMatch(Character::isIdeographic));
  }

  @Test
  void findsOnlyWhatIsShownOnTheDay() {
    KnowledgeIndex dated =
        KnowledgeIndex.of(
            List.of(
                entry("past", null, TODAY.minusDays(1), FaqState.PUBLISHED, Audience.RESIDENT),
                entry("lastday", null, TODAY, FaqState.PUBLISHED, Audience.RESIDENT),
                entry("firstday", TODAY, null, FaqState.PUBLISHED, Audience.RESIDENT),
                entry("future", TODAY.plusDays(1), null, FaqState.PUBLISHED, Audience.RESIDENT),
                entry("draft", null, null, FaqState.DRAFT, Audience.RESIDENT),
                entry("staff", null, null, FaqState.PUBLISHED, Audience.STAFF)));
    assertThat(dated.search("給付金", TODAY, 10))
        .extracting(hit -> hit.entry().id())
        .containsExactlyInAnyOrder("lastday", "firstday");
  }

  @Test
  void answersNothingWhenEmpty() {
    assertThat(KnowledgeIndex.of(List.of()).search("住民票", TODAY, 5)).isEmpty();
  }

  @Test
  void doesNotDependOnTheOrderOfTheEntries() {
    List<FaqEntry> shuffled = new ArrayList<>(SmallTown.ENTRIES);
    Collections.shuffle(shuffled, new Random(1));
    KnowledgeIndex other = KnowledgeIndex.of(shuffled);
    for (String question : List.of("引っ越し", "ごみ", "税金を払えない", "保険")) {
      assertThat(other.search(question, TODAY, 10)).isEqualTo(index.search(question, TODAY, 10));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "😀😀😀",
        "\ud800\udfff\ud800",
        "question:住民票 AND (NOT \"ごみ\"~2^5 || [a TO b] /x/ *:*",
        "'; DROP TABLE faq; --<script>alert(1)</script>",
        "\u0000\u200b\ufeff",
      })
  void takesAnyText(String question) {
    assertThat(index.search(question, TODAY, 10)).isNotNull();
  }

  @Test
  void takesTenThousandCharactersInBoundedTime() {
    String longText = "引っ越しをしてきたのですが住民票はどこで取れますか。".repeat(400);
    index.search(longText, TODAY, 10);
    long begun = System.nanoTime();
    assertThat(index.search(longText, TODAY, 10)).isNotEmpty();
    assertThat(System.nanoTime() - begun).isLessThan(2_000_000_000L);
  }

  @Test
  void takesRandomStrings() {
    Random random = new Random(42);
    for (int i = 0; i < 1_000; i++) {
      assertThat(index.search(RandomText.of(random, 80), TODAY, 5)).hasSizeLessThanOrEqualTo(5);
    }
  }

  @Test
  void refusesAnIllegalLimitInWords() {
    assertThatThrownBy(() -> index.search("住民票", TODAY, 0))
        .hasMessageContaining("illegal limit: 0");
  }

  private String best(String question) {
    return index.search(question, TODAY, 1).getFirst().entry().id();
  }

  private List<String> ids(String question) {
    return index.search(question, TODAY, 10).stream().map(hit -> hit.entry().id()).toList();
  }

  private static FaqEntry entry(
      String id,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      FaqState state,
      Audience audience) {
    return new FaqEntry(
        id,
        "給付金はいつもらえますか。",
        List.of(),
        "6月に支給します。",
        null,
        null,
        null,
        from,
        until,
        state,
        audience,
        "ja",
        Provenance.OWN);
  }
}
