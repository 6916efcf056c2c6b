package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import madoguchi.knowledge.faq.Audience;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.faq.Provenance;
import org.junit.jupiter.api.Test;

/** What every {@link FaqCatalog} does. */
public abstract class FaqCatalogContract extends PortContract {

  private static final FaqEntry FULL =
      new FaqEntry(
          "0001",
          "転入届はどうすればいいですか？",
          List.of("引っ越してきた", "転入の手続き\"は\""),
          "市民課へ。\n14日以内です。",
          "転入転出転居",
          "市民課",
          "https://example.jp/tennyu",
          LocalDate.of(2026, 4, 1),
          LocalDate.of(2027, 3, 31),
          FaqState.REVIEW,
          Audience.STAFF,
          "ja",
          new Provenance("base", "2026.11", "f1", "住民基本台帳法22条", LocalDate.of(2026, 11, 1)));

  private FaqCatalog catalog() {
    return ports.faqCatalog();
  }

  @Test
  void beginsEmptyAtRevisionZero() {
    assertThat(catalog().revision(DEMO)).isZero();
    assertThat(catalog().snapshot(DEMO).revision()).isZero();
    assertThat(catalog().snapshot(DEMO).entries()).isEmpty();
    assertThat(catalog().find(DEMO, "0001")).isEmpty();
  }

  @Test
  void givesBackEntriesAsTheyWere() {
    FaqEntry bare = FaqEntry.of("1", "q", "a");
    catalog().store(DEMO, List.of(FULL, bare), "tanaka");
    assertThat(catalog().find(DEMO, "0001")).contains(FULL);
    assertThat(catalog().snapshot(DEMO).entries()).containsExactly(FULL, bare);
  }

  @Test
  void raisesTheRevisionOncePerStore() {
    long first = catalog().store(DEMO, List.of(FULL, FaqEntry.of("1", "q", "a")), "tanaka");
    assertThat(first).isEqualTo(1);
    assertThat(catalog().store(DEMO, List.of(FULL), "tanaka")).isEqualTo(2);
    assertThat(catalog().revision(DEMO)).isEqualTo(2);
    assertThat(catalog().snapshot(DEMO).revision()).isEqualTo(2);
  }

  @Test
  void replacesById() {
    catalog().store(DEMO, List.of(FULL), "tanaka");
    FaqEntry bare = FaqEntry.of("0001", "q", "a");
    catalog().store(DEMO, List.of(bare), "tanaka");
    assertThat(catalog().snapshot(DEMO).entries()).containsExactly(bare);
  }

  @Test
  void takesTheLastOfTwoWithOneId() {
    FaqEntry bare = FaqEntry.of("0001", "q", "a");
    catalog().store(DEMO, List.of(FULL, bare), "tanaka");
    assertThat(catalog().find(DEMO, "0001")).contains(bare);
  }

  @Test
  void sortsByIdAsText() {
    catalog()
        .store(
            DEMO,
            IntStream.of(10, 9, 1).mapToObj(i -> FaqEntry.of("e-" + i, "q", "a")).toList(),
            "tanaka");
    catalog().store(DEMO, List.of(FaqEntry.of("A", "q", "a"), FaqEntry.of("ア", "q", "a")), "t");
    assertThat(catalog().snapshot(DEMO).entries())
        .extracting(FaqEntry::id)
        .containsExactly("A", "e-1", "e-10", "e-9", "ア");
  }

  @Test
  void countsEveryStoreOfManyThreads() {
    List<Long> revisions =
        atOnce(
            12, i -> catalog().store(DEMO, List.of(FaqEntry.of("e" + i % 3, "q" + i, "a")), "t"));
    assertThat(new HashSet<>(revisions)).hasSize(12);
    assertThat(catalog().revision(DEMO)).isEqualTo(12);
    assertThat(catalog().snapshot(DEMO).entries()).hasSize(3);
  }

  @Test
  void storesWhatWasPlannedOnlyWhileItStillFits() {
    FaqEntry entry = FaqEntry.of("1", "q", "a");
    assertThat(catalog().storeAt(DEMO, 3, List.of(entry), "t")).isEmpty();
    assertThat(catalog().snapshot(DEMO).entries()).isEmpty();
    assertThat(catalog().storeAt(DEMO, 0, List.of(entry), "t")).hasValue(1);
    catalog().store(DEMO, List.of(FULL), "somebody else");
    assertThat(catalog().storeAt(DEMO, 1, List.of(FaqEntry.of("1", "q", "b")), "t")).isEmpty();
    assertThat(catalog().find(DEMO, "1")).contains(entry);
    assertThat(catalog().storeAt(DEMO, 2, List.of(FaqEntry.of("1", "q", "b")), "t")).hasValue(3);
    assertThat(catalog().revision(OTHER)).isZero();
  }

  @Test
  void letsOneOfManyPlansThrough() {
    List<Boolean> stored =
        atOnce(
            8,
            i ->
                catalog()
                    .storeAt(DEMO, 0, List.of(FaqEntry.of("e", "q" + i, "a")), "t")
                    .isPresent());
    assertThat(stored).containsOnlyOnce(true);
    assertThat(catalog().revision(DEMO)).isEqualTo(1);
  }

  @Test
  void keepsAWholePack() {
    List<FaqEntry> many =
        IntStream.range(0, 2_000)
            .mapToObj(i -> FaqEntry.of("e%04d".formatted(i), "問" + i, "答え".repeat(200)))
            .toList();
    catalog().store(DEMO, many, "base");
    assertThat(catalog().snapshot(DEMO).entries()).isEqualTo(many);
  }

  @Test
  void keepsHostileText() {
    FaqEntry hostile = FaqEntry.of("'; DROP TABLE faq_entry; --", "<b>👪\uD800</b>", "a\u0000b");
    catalog().store(DEMO, List.of(hostile), "tanaka");
    assertThat(catalog().find(DEMO, hostile.id()))
        .hasValueSatisfying(
            entry -> {
              assertThat(entry.question()).startsWith("<b>👪").endsWith("</b>");
              assertThat(entry.answer()).startsWith("a").endsWith("b");
            });
  }
}
