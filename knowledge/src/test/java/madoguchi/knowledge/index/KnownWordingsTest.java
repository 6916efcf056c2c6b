package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.text.TextAnalysis;
import org.junit.jupiter.api.Test;

/** The very words of an entry, particles and endings aside. */
class KnownWordingsTest {

  private final TextAnalysis analysis = new TextAnalysis();
  private final List<AnalysedEntry> entries =
      List.of(
          entry("転入届はどうすればいいですか。", "引っ越してきたんだけど何すればいい", "引っ越し"),
          entry("引っ越しごみはどうすればいいですか。", "引っ越し"),
          entry("住民票の写しはどこで取れますか。", "じゅうみんひょうがほしい", "住民票をください"),
          entry("住民票は代わりの人も取れますか。"));
  private final Vocabulary vocabulary = new Vocabulary(entries, Set.of());
  private final QuestionReader reader =
      new QuestionReader(
          analysis,
          Synonyms.NONE,
          vocabulary,
          new WrittenForms(entries, vocabulary, new ReadTexts(analysis, null), 0.9));
  private final KnownWordings known =
      new KnownWordings(entries, analysis, vocabulary, reader, new ReadTexts(analysis, null));

  @Test
  void seesTheSameWordsThroughKanaParticlesAndEndings() {
    assertThat(known.entryOf(worded("ひっこしてきたら何すればいい？"))).isZero();
    assertThat(known.entryOf(worded("引越しゴミはどうすればいいですか"))).isEqualTo(1);
  }

  @Test
  void seesTheSameTermsInAnotherSpelling() {
    assertThat(given("住民票がほしい")).isEqualTo(2);
    assertThat(given("代わりの人の住民票")).isNegative();
    assertThat(KnownWordings.confidence(1)).isGreaterThan(KnownWordings.confidence(0.5));
    assertThat(KnownWordings.confidence(0)).isZero();
  }

  @Test
  void knowsNoTermsOfWhichSomethingElseIsAsked() {
    assertThat(given("住民票いくら")).isNegative();
    assertThat(given("住民票はいらない")).isNegative();
    assertThat(given("引っ越した")).isNegative();
  }

  @Test
  void givesSomethingToAllThatShareAWording() {
    assertThat(known.isShared(worded("引っ越し"))).isTrue();
    assertThat(known.isShared(worded("住民票をください"))).isFalse();
    assertThat(given("引っ越し")).isZero();
  }

  private Worded worded(String typed) {
    return new Worded(typed, analysis.tokens(typed));
  }

  private int given(String typed) {
    var given =
        known.ask(new Asked(reader.readWhole(typed), null, new float[0], null, missed -> {}));
    return IntStream.range(0, entries.size())
        .filter(entry -> given.applyAsDouble(entry) > 0)
        .findFirst()
        .orElse(-1);
  }

  @Test
  void tellsMovingInFromMovingOut() {
    assertThat(known.entryOf(worded("引っ越したら何すればいい"))).isNegative();
    assertThat(known.entryOf(worded("引っ越していくんだけど何すればいい"))).isNegative();
  }

  @Test
  void knowsNoneOfSeveralThatShareAWording() {
    assertThat(known.entryOf(worded("引っ越し"))).isNegative();
    assertThat(known.entryOf(worded(""))).isNegative();
    assertThat(known.entryOf(worded("は？"))).isNegative();
  }

  private AnalysedEntry entry(String question, String... phrasings) {
    FaqEntry entry = FaqEntry.of(question, question, "答えです。").withPhrasings(List.of(phrasings));
    return AnalysedEntry.all(List.of(entry), analysis).getFirst();
  }
}
