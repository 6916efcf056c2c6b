package madoguchi.knowledge.pack;

import static madoguchi.knowledge.pack.FilledPackTest.entry;
import static madoguchi.knowledge.pack.FilledPackTest.fill;
import static madoguchi.knowledge.pack.FilledPackTest.pack;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

class PackUpdateTest {

  private static final FilledPack FIRST = fill(pack("2026.11", entry("a", "{fee}です。")), "300円");
  private static final FilledPack SECOND = fill(pack("2027.04", entry("a", "1通{fee}です。")), "300円");
  private static final FaqEntry GIVEN = FIRST.entries().getFirst();
  private static final FaqEntry OWN = GIVEN.withPhrasings(List.of("うちの言い方"));

  @Test
  void givesAnEmptyTownEverything() {
    PackUpdate update = PackUpdate.of(List.of(), FIRST);

    assertThat(update.store()).isEqualTo(FIRST.entries());
    assertThat(update.conflicts()).isEmpty();
  }

  @Test
  void storesNothingWhenItHasBeenApplied() {
    PackUpdate update = PackUpdate.of(FIRST.entries(), FIRST);

    assertThat(update).isEqualTo(new PackUpdate(List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void replacesWhatTheTownLeftAlone() {
    PackUpdate update = PackUpdate.of(FIRST.entries(), SECOND);

    assertThat(update.store()).isEqualTo(SECOND.entries());
    assertThat(update.conflicts()).isEmpty();
  }

  @Test
  void replacesWhatTheTownLeftAloneWhenAFactChanges() {
    PackUpdate update =
        PackUpdate.of(FIRST.entries(), fill(pack("2026.11", entry("a", "{fee}です。")), "400円"));

    assertThat(update.store()).extracting(FaqEntry::answer).containsExactly("400円です。");
  }

  @Test
  void keepsWhetherTheTownShowsAnEntry() {
    PackUpdate update = PackUpdate.of(List.of(GIVEN.withState(FaqState.ENDED)), SECOND);

    assertThat(update.store())
        .containsExactly(SECOND.entries().getFirst().withState(FaqState.ENDED));
  }

  @Test
  void keepsATownsOwnChangeAndShowsTheConflict() {
    PackUpdate update = PackUpdate.of(List.of(OWN), SECOND);

    assertThat(update.store()).isEmpty();
    assertThat(update.conflicts())
        .containsExactly(new PackUpdate.Conflict(OWN, SECOND.entries().getFirst()));
  }

  @Test
  void seesNoConflictWhereThePackHasNotMoved() {
    FilledPack sameWords = fill(pack("2027.04", entry("a", "{fee}です。")), "300円");

    PackUpdate update = PackUpdate.of(List.of(OWN), sameWords);

    assertThat(update.store()).isEmpty();
    assertThat(update.conflicts()).isEmpty();
  }

  @Test
  void takesAnOwnChangeThatThePackHasMadeTooAsThePacks() {
    FaqEntry same = SECOND.entries().getFirst().withProvenance(GIVEN.provenance());

    PackUpdate update = PackUpdate.of(List.of(same), SECOND);

    assertThat(update.store()).isEqualTo(SECOND.entries());
    assertThat(update.conflicts()).isEmpty();
  }

  @Test
  void asksOnlyOnceAboutAConflictThatWasDecidedForTheTown() {
    PackUpdate.Conflict conflict = PackUpdate.of(List.of(OWN), SECOND).conflicts().getFirst();
    FaqEntry decided = PackUpdate.keepingOwn(conflict);

    assertThat(decided.phrasings()).isEqualTo(OWN.phrasings());
    assertThat(PackUpdate.of(List.of(decided), SECOND).conflicts()).isEmpty();
    assertThat(PackUpdate.of(List.of(decided), SECOND).store()).isEmpty();
  }

  @Test
  void leavesATownsOwnEntryOfTheSameIdAlone() {
    FaqEntry own = FaqEntry.of("a", "うちの質問", "うちの答え");

    PackUpdate update = PackUpdate.of(List.of(own), FIRST);

    assertThat(update.store()).isEmpty();
    assertThat(update.conflicts()).extracting(PackUpdate.Conflict::own).containsExactly(own);
  }

  @Test
  void takesBackAnEntryThatLacksAFactNow() {
    PackUpdate update =
        PackUpdate.of(FIRST.entries(), fill(pack("2027.04", entry("a", "{fee}です。")), ""));

    assertThat(update.withdrawn()).containsExactly("a");
    assertThat(update.store()).containsExactly(GIVEN.withState(FaqState.REVIEW));
  }

  @Test
  void leavesAnEntryThatTheTownWroteAnewThoughAFactIsMissing() {
    PackUpdate update =
        PackUpdate.of(List.of(OWN), fill(pack("2027.04", entry("a", "{fee}です。")), ""));

    assertThat(update.store()).isEmpty();
  }

  @Test
  void namesWhatTheNewVersionNoLongerHas() {
    PackUpdate update =
        PackUpdate.of(
            List.of(GIVEN, FaqEntry.of("own", "q", "a")),
            fill(pack("2027.04", entry("b", "無料です。")), "300円"));

    assertThat(update.dropped()).containsExactly("a");
    assertThat(update.store()).extracting(FaqEntry::id).containsExactly("b");
  }

  @Test
  void bringsTheWholePackIntoACatalogOnce() {
    InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();
    MunicipalityCode demo = new MunicipalityCode("demo");
    FilledPack filled = TownFile.demo().fill(BasePack.load());

    catalog.store(demo, PackUpdate.of(List.of(), filled).store(), "pack");

    assertThat(PackUpdate.of(catalog.snapshot(demo).entries(), filled).store()).isEmpty();
    assertThat(catalog.snapshot(demo).entries()).hasSameSizeAs(filled.entries());
  }
}
