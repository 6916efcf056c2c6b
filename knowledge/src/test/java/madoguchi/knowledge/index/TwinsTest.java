package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.TextAnalysis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two fields' entries that say nearly the same are told apart by the name of the field alone. */
class TwinsTest {

  private static final String ALLOWANCE = "葬儀を行った喪主に五万円を支給します。領収書と口座の番号を持って窓口で申請してください。期限は二年です。";

  private static final List<AnalysedEntry> ENTRIES =
      AnalysedEntry.all(
          List.of(
              entry("a", "国民健康保険の葬祭費はもらえますか。", ALLOWANCE, "国保"),
              entry("b", "後期高齢者医療の葬祭費はもらえますか。", ALLOWANCE + "広域連合が払います。", "後期"),
              entry("c", "国民健康保険の葬儀のお金はもらえますか。", ALLOWANCE, "国保"),
              entry("d", "火葬場を予約できますか。", "火葬場は電話で予約します。料金は市民なら無料です。", "墓地"),
              entry("e", "葬祭費はもらえますか。", ALLOWANCE, null)),
          new TextAnalysis());

  private static final Twins TWINS = new Twins(ENTRIES, new Vocabulary(ENTRIES, Set.of()));

  private static FaqEntry entry(
      String id, String question, String answer, @Nullable String category) {
    FaqEntry plain = FaqEntry.of(id, question, answer);
    return new FaqEntry(
        id,
        question,
        List.of(),
        answer,
        category,
        null,
        null,
        null,
        null,
        plain.state(),
        plain.audience(),
        plain.language(),
        plain.provenance());
  }

  private static int twin(List<String> asked, Integer... ranked) {
    List<Question.Group> groups =
        asked.stream().map(term -> new Question.Group(List.of(term), List.of())).toList();
    return TWINS.twinOfFirst(new Question(groups), List.of(ranked));
  }

  @Test
  void eitherMayBeMeantWhereNothingTellsWhich() {
    assertThat(twin(List.of("葬祭", "費"), 0, 1, 3)).isEqualTo(1);
    assertThat(twin(List.of("葬祭", "費"), 1, 3, 0)).isEqualTo(2);
  }

  @Test
  void theNameOfTheFirstsFieldTells() {
    List<String> named = List.of("国民", "健康", "保険", "葬祭", "費");

    assertThat(twin(named, 0, 1)).isZero();
    assertThat(twin(named, 1, 0)).isEqualTo(1);
  }

  @Test
  void whatStandsForTheNameTellsTheSame() {
    Question.Substitute full =
        new Question.Substitute(List.of("国民", "健康", "保険"), 0.6, List.of("国保"), List.of());
    Question asked =
        new Question(
            List.of(
                new Question.Group(List.of("国保"), List.of(full)),
                new Question.Group(List.of("葬祭", "費"), List.of())));

    assertThat(asked.expanded()).containsAllEntriesOf(Map.of("国保", 1.0, "健康", 0.6));
    assertThat(TWINS.twinOfFirst(asked, List.of(0, 1))).isZero();
  }

  @Test
  void entriesOfOneFieldOrOfNoneAreNoTwins() {
    assertThat(twin(List.of("葬祭", "費"), 0, 2)).isZero();
    assertThat(twin(List.of("葬祭", "費"), 0, 4)).isZero();
    assertThat(twin(List.of("葬祭", "費"), 4, 0)).isZero();
  }

  @Test
  void anotherMatterIsNoTwinAndWhatComesAfterTheThirdIsNotLookedAt() {
    assertThat(twin(List.of("葬祭", "費"), 0, 3)).isZero();
    assertThat(twin(List.of("葬祭", "費"), 0, 3, 2, 1)).isZero();
    assertThat(twin(List.of("葬祭", "費"), 0)).isZero();
  }
}
