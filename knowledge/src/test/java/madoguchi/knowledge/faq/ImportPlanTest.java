package madoguchi.knowledge.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImportPlanTest {

  private static final FaqEntry FULL =
      new FaqEntry(
          "1",
          "q",
          List.of("p"),
          "a",
          "戸籍",
          "市民課",
          "https://example.jp/",
          LocalDate.of(2026, 4, 1),
          LocalDate.of(2027, 3, 31),
          FaqState.PUBLISHED,
          Audience.STAFF,
          "ja",
          new Provenance("base", "1", "f", "law", LocalDate.of(2026, 11, 16)));

  private static ImportPlan plan(FaqEntry present, String csv, Publishing publishing)
      throws FaqFileRefused {
    return ImportPlan.of(List.of(present), CsvFileTest.sheet(csv), publishing);
  }

  @Test
  void tellsNewFromChangedFromUnchanged() throws Exception {
    List<FaqEntry> present =
        List.of(FaqEntry.of("1", "q", "a"), FaqEntry.of("2", "q", "a"), FaqEntry.of("9", "q", "a"));

    ImportPlan plan =
        ImportPlan.of(
            present,
            CsvFileTest.sheet("id,question,answer\n1,q,a\n2,q,b\n3,q,a\n4,,a\n"),
            Publishing.DIRECT);

    assertThat(plan.unchanged()).containsExactly(present.get(0));
    assertThat(plan.changed())
        .containsExactly(new ImportPlan.Change(present.get(1), FaqEntry.of("2", "q", "b")));
    assertThat(plan.added()).containsExactly(FaqEntry.of("3", "q", "a"));
    assertThat(plan.refused()).extracting(Refusal::row).containsExactly(5);
    assertThat(plan.toStore()).extracting(FaqEntry::id).containsExactly("3", "2");
  }

  @Test
  void leavesTheFieldsOfAbsentColumns() throws Exception {
    ImportPlan plan = plan(FULL, "id,question,answer\n1,q2,a\n", Publishing.DIRECT);

    FaqEntry after = plan.changed().getFirst().after();
    assertThat(after.question()).isEqualTo("q2");
    assertThat(after).usingRecursiveComparison().ignoringFields("question").isEqualTo(FULL);
  }

  @Test
  void emptiesTheFieldsOfEmptyCells() throws Exception {
    ImportPlan plan =
        plan(
            FULL,
            "id,question,answer,phrasings,category,department,source_url,valid_from,valid_until,"
                + "audience\n1,q,a,,,,,,,\n",
            Publishing.DIRECT);

    FaqEntry after = plan.changed().getFirst().after();
    assertThat(after.phrasings()).isEmpty();
    assertThat(after)
        .extracting(
            FaqEntry::category,
            FaqEntry::department,
            FaqEntry::sourceUrl,
            FaqEntry::validFrom,
            FaqEntry::validUntil)
        .containsOnlyNulls();
    assertThat(after.audience()).isEqualTo(Audience.RESIDENT);
    assertThat(after.provenance()).isEqualTo(FULL.provenance());
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECT, 'id,question,answer\n2,q,a', PUBLISHED",
    "DIRECT, 'id,question,answer,state\n2,q,a,', PUBLISHED",
    "DIRECT, 'id,question,answer,state\n2,q,a,下書き', DRAFT",
    "AFTER_REVIEW, 'id,question,answer\n2,q,a', REVIEW",
    "AFTER_REVIEW, 'id,question,answer,state\n2,q,a,', REVIEW",
    "AFTER_REVIEW, 'id,question,answer,state\n2,q,a,公開', REVIEW",
    "AFTER_REVIEW, 'id,question,answer,state\n2,q,a,下書き', DRAFT"
  })
  void givesNewRowsTheirState(Publishing publishing, String csv, FaqState state) throws Exception {
    assertThat(plan(FULL, csv, publishing).added().getFirst().state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECT, PUBLISHED, 'id,question,answer\n1,q2,a', PUBLISHED",
    "DIRECT, ENDED, 'id,question,answer\n1,q2,a', ENDED",
    "DIRECT, ENDED, 'id,question,answer,state\n1,q2,a,', PUBLISHED",
    "AFTER_REVIEW, PUBLISHED, 'id,question,answer\n1,q2,a', REVIEW",
    "AFTER_REVIEW, PUBLISHED, 'id,question,answer,state\n1,q2,a,公開', REVIEW",
    "AFTER_REVIEW, DRAFT, 'id,question,answer\n1,q2,a', DRAFT",
    "AFTER_REVIEW, DRAFT, 'id,question,answer,state\n1,q,a,公開', REVIEW",
    "AFTER_REVIEW, PUBLISHED, 'id,question,answer,state\n1,q,a,終了', ENDED"
  })
  void givesChangedRowsTheirState(
      Publishing publishing, FaqState before, String csv, FaqState after) throws Exception {
    assertThat(plan(FULL.withState(before), csv, publishing).changed().getFirst().after().state())
        .isEqualTo(after);
  }

  @ParameterizedTest
  @EnumSource
  void leavesAPublishedEntryThatTheFileRepeats(Publishing publishing) throws Exception {
    for (String csv :
        List.of(
            "id,question,answer\n1,q,a",
            "id,question,answer,state\n1,q,a,",
            "id,question,answer,state\n1,q,a,公開")) {
      ImportPlan plan = plan(FULL, csv, publishing);
      assertThat(plan.unchanged()).containsExactly(FULL);
      assertThat(plan.toStore()).isEmpty();
    }
  }

  @Test
  void doesNotSendAWaitingEntryToReviewAgain() throws Exception {
    FaqEntry waiting = FULL.withState(FaqState.REVIEW);

    assertThat(
            plan(waiting, "id,question,answer,state\n1,q,a,", Publishing.AFTER_REVIEW).unchanged())
        .containsExactly(waiting);
  }

  @Test
  void refusesDatesThatAreReversedOnlyTogetherWithTheEntry() throws Exception {
    ImportPlan plan =
        plan(FULL, "id,question,answer,valid_from\n1,q,a,2027-04-01\n", Publishing.DIRECT);

    assertThat(plan.changed()).isEmpty();
    assertThat(plan.refused()).containsExactly(new Refusal(2, "終了日 (valid_until)", "終了日が公開日より前です"));
  }
}
