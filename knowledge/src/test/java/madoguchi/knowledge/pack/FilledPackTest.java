package madoguchi.knowledge.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.faq.WebAddress;
import org.junit.jupiter.api.Test;

class FilledPackTest {

  private static final TownDepartment SHIMIN =
      new TownDepartment("くらしの課", "0000-12-3101", "1階 $1窓口", "平日 9時〜17時");

  static PackEntry entry(String id, String answer) {
    return new PackEntry(
        id,
        "juminhyo",
        "{city}の住民票はどこで取れますか。",
        List.of("住民票ほしい"),
        answer,
        "shimin",
        "住民基本台帳法 第12条",
        LocalDate.of(2026, 11, 16),
        "{url.juminhyo}");
  }

  static BasePack pack(String version, PackEntry... entries) {
    return new BasePack(
        version,
        Map.of("juminhyo", "住民票"),
        Map.of("shimin", "市民課"),
        Map.of(
            "city", new LocalFact("city", FactType.TEXT, "市区町村の名前"),
            "fee", new LocalFact("fee", FactType.MONEY, "住民票の写しの手数料"),
            "url.juminhyo", new LocalFact("url.juminhyo", FactType.URL, "住民票のページ")),
        List.of(entries));
  }

  static FilledPack fill(BasePack pack, String fee) {
    Map<String, String> facts = new HashMap<>();
    facts.put("city", "みどり市");
    facts.put("fee", fee);
    facts.put("url.juminhyo", "https://www.city.midori.example/");
    return FilledPack.of(pack, LocalFacts.of(pack, facts), Map.of("shimin", SHIMIN));
  }

  @Test
  void putsTheTownsFactsAndItsDepartmentIntoTheWords() {
    BasePack pack = pack("2026.11", entry("a", "{dept.name}（{dept.place}）で{fee}です。"));

    FaqEntry filled = fill(pack, "300円").entries().getFirst();

    assertThat(filled.question()).isEqualTo("みどり市の住民票はどこで取れますか。");
    assertThat(filled.answer()).isEqualTo("くらしの課（1階 $1窓口）で300円です。");
    assertThat(filled.category()).isEqualTo("住民票");
    assertThat(filled.department()).isEqualTo("くらしの課");
    assertThat(filled.sourceUrl()).isEqualTo("https://www.city.midori.example/");
    assertThat(filled.state()).isEqualTo(FaqState.PUBLISHED);
    assertThat(filled.provenance().pack()).isEqualTo("base");
    assertThat(filled.provenance().packVersion()).isEqualTo("2026.11");
    assertThat(filled.provenance().legalBasis()).isEqualTo("住民基本台帳法 第12条");
    assertThat(filled.provenance().confirmedOn()).isEqualTo("2026-11-16");
  }

  @Test
  void withholdsAnEntryWithOneMissingFactAndSaysWhich() {
    BasePack pack = pack("2026.11", entry("a", "{fee}です。"), entry("b", "無料です。"));

    FilledPack filled =
        FilledPack.of(
            pack,
            LocalFacts.of(
                pack, Map.of("city", "みどり市", "url.juminhyo", "https://www.city.midori.example/")),
            Map.of("shimin", SHIMIN));

    assertThat(filled.entries()).extracting(FaqEntry::id).containsExactly("b");
    assertThat(filled.withheld())
        .containsExactly(
            new FilledPack.Withheld("a", "{city}の住民票はどこで取れますか。", List.of("住民票の写しの手数料")));
  }

  @Test
  void withholdsAnEntryWhoseFactIsMalformed() {
    BasePack pack = pack("2026.11", entry("a", "{fee}です。"));

    assertThat(fill(pack, "300").withheld())
        .extracting(FilledPack.Withheld::id)
        .containsExactly("a");
    assertThat(LocalFacts.of(pack, Map.of("fee", "300", "nofact", "x")).faults())
        .extracting(LocalFacts.Fault::key, LocalFacts.Fault::label)
        .containsExactly(tuple("fee", "住民票の写しの手数料"), tuple("nofact", "nofact"));
  }

  @Test
  void withholdsAnEntryWhoseDepartmentTheTownLacks() {
    BasePack pack = pack("2026.11", entry("a", "無料です。"));
    LocalFacts facts =
        LocalFacts.of(
            pack, Map.of("city", "みどり市", "url.juminhyo", "https://www.city.midori.example/"));

    assertThat(FilledPack.of(pack, facts, Map.of()).withheld())
        .extracting(FilledPack.Withheld::missing)
        .containsExactly(List.of("市民課の名前・電話・場所・時間"));
  }

  @Test
  void withholdsEverythingOfATownThatHasGivenNothing() {
    BasePack pack = BasePack.load();

    FilledPack filled = FilledPack.of(pack, LocalFacts.of(pack, Map.of()), Map.of());

    assertThat(filled.entries()).isEmpty();
    assertThat(filled.withheld()).hasSameSizeAs(pack.entries());
  }

  @Test
  void theDemoTownFillsEveryEntryWithoutLeavingABrace() {
    BasePack pack = BasePack.load();
    TownFile town = TownFile.demo();
    FilledPack filled = town.fill(pack);

    assertThat(LocalFacts.of(pack, town.facts()).faults()).isEmpty();
    assertThat(town.departments().keySet()).isEqualTo(pack.departments().keySet());
    assertThat(town.departments().values())
        .allSatisfy(
            department -> {
              assertThat(FactType.TELEPHONE.fault(department.telephone())).isEmpty();
              assertThat(FactType.HOURS.fault(department.hours())).isEmpty();
            });
    assertThat(filled.withheld()).isEmpty();
    assertThat(filled.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.toString()).doesNotContain("{", "}");
              assertThat(entry.answer().length()).as("LINE's bound").isLessThan(1_000);
              assertThat(entry.question().length()).isLessThanOrEqualTo(60);
              assertThat(WebAddress.isValid(String.valueOf(entry.sourceUrl()))).isTrue();
            });
  }

  @Test
  void theDemoTownIsPlainlyFictional() {
    TownFile town = TownFile.demo();
    String everything = town.facts() + " " + town.departments();

    assertThat(everything).contains("あおば野市");
    assertThat(everything.replaceAll("https://www\\.city\\.aobano\\.example/", ""))
        .doesNotContain("http");
    assertThat(everything.replaceAll("0000-[0-9]{2}-[0-9]{4}", ""))
        .doesNotContainPattern("0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}");
  }
}
