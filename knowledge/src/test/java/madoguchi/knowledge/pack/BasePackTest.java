package madoguchi.knowledge.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must be true of the pack as it is shipped. */
class BasePackTest {

  private static final BasePack PACK = BasePack.load();

  /** A topic of the list from which the entries and the judged questions were written. */
  private record Topic(String id, String field, String department) {}

  private static List<Topic> topics() throws IOException {
    try (var in = BasePack.class.getResourceAsStream("/madoguchi/pack/topics.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t"))
          .map(cells -> new Topic(cells[0], cells[1], cells[2]))
          .toList();
    }
  }

  private static Stream<String> wordings(PackEntry entry) {
    return Stream.concat(Stream.of(entry.question()), entry.phrasings().stream());
  }

  /** The entries of which something is wrong, with what it is. */
  private static List<String> faults(Function<PackEntry, Stream<String>> check) {
    return PACK.entries().stream()
        .flatMap(entry -> check.apply(entry).map(fault -> entry.id() + ": " + fault))
        .toList();
  }

  @Test
  void hasAtLeastFiveHundredEntries() {
    assertThat(PACK.entries()).hasSizeGreaterThanOrEqualTo(500);
  }

  @Test
  void hasAtLeastEightEntriesInEachOfTheFortyEightFields() {
    Map<String, Long> counts =
        PACK.entries().stream()
            .collect(Collectors.groupingBy(PackEntry::field, Collectors.counting()));

    assertThat(PACK.fields()).hasSize(48);
    assertThat(counts.keySet()).isEqualTo(PACK.fields().keySet());
    assertThat(counts).allSatisfy((field, count) -> assertThat(count).isGreaterThanOrEqualTo(8));
  }

  @Test
  void isTheListOfTopicsWrittenOut() throws IOException {
    assertThat(PACK.entries())
        .extracting(entry -> new Topic(entry.id(), entry.field(), entry.department()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(topics());
  }

  @Test
  void knowsEveryDepartment() {
    assertThat(
            faults(
                entry ->
                    Stream.of(entry.department()).filter(d -> !PACK.departments().containsKey(d))))
        .isEmpty();
  }

  @Test
  void knowsEveryPlaceholder() {
    Set<String> known = new HashSet<>(PACK.facts().keySet());
    known.addAll(BasePack.DEPARTMENT_FACTS);

    assertThat(faults(entry -> entry.facts().stream().filter(fact -> !known.contains(fact))))
        .isEmpty();
    assertThat(
            faults(
                e ->
                    Stream.of(e.answer())
                        .map(BasePackTest::withoutPlaceholders)
                        .filter(t -> t.matches("(?s).*[{}].*"))))
        .as("a brace that belongs to no placeholder")
        .isEmpty();
  }

  @Test
  void asksForNoFactThatNoEntryUses() {
    Set<String> used = new TreeSet<>();
    PACK.entries().forEach(entry -> used.addAll(entry.facts()));

    assertThat(PACK.facts().keySet()).isSubsetOf(used);
  }

  @Test
  void namesFactsAfterTheirField() {
    assertThat(
            PACK.facts().keySet().stream()
                .filter(key -> key.contains(".") && !key.startsWith("url."))
                .filter(key -> !PACK.fields().containsKey(key.substring(0, key.indexOf('.')))))
        .isEmpty();
  }

  @Test
  void hasThreeToSixFurtherWordings() {
    assertThat(
            faults(
                entry ->
                    Stream.of(entry.phrasings().size())
                        .filter(n -> n < 3 || n > 6)
                        .map(n -> n + " phrasings")))
        .isEmpty();
  }

  @Test
  void hasNoTwoEntriesWithTheSameWording() {
    Map<String, String> first = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (PackEntry entry : PACK.entries()) {
      wordings(entry)
          .forEach(
              wording -> {
                String other = first.putIfAbsent(Wording.plain(wording), entry.id());
                if (other != null) {
                  twice.add(other + " and " + entry.id() + ": " + wording);
                }
              });
    }

    assertThat(twice).isEmpty();
  }

  @Test
  void asksInOneShortSentence() {
    assertThat(
            faults(
                entry ->
                    Stream.of(entry.question())
                        .filter(q -> q.length() > 60 || !q.endsWith("。") || q.contains("\n"))))
        .isEmpty();
    assertThat(
            faults(
                entry ->
                    entry.phrasings().stream()
                        .filter(p -> p.length() > 60 || Wording.plain(p).isEmpty())))
        .isEmpty();
  }

  @Test
  void answersAtALengthThatAPhoneShows() {
    assertThat(
            faults(
                entry ->
                    Stream.of(entry.answer().length())
                        .filter(n -> n < 120 || n > 700)
                        .map(n -> n + " characters")))
        .isEmpty();
  }

  @Test
  void writesNeitherMarkupNorAddressesNorOddLetters() {
    Pattern odd =
        Pattern.compile(
            "[<>*`_｛｝\\t]|\\]\\(|#(?![0-9])|https?:|[Ａ-Ｚａ-ｚ０-９ｦ-ﾟ]|[ 　]$", Pattern.MULTILINE);

    assertThat(
            faults(
                entry ->
                    odd.matcher(withoutPlaceholders(entry.answer())).results().map(r -> r.group())))
        .isEmpty();
  }

  @Test
  void namesNoTelephoneNumberButTheNationalOnes() {
    Set<String> national =
        Set.of(
            "0120-279-889", // DV相談プラス
            "0120-783-556", // いのちの電話
            "0120-279-338", // よりそいホットライン
            "0570-064-556", // こころの健康相談統一ダイヤル
            "0120-189-783", // 児童相談所相談専用ダイヤル
            "0120-0-78310", // 24時間子供SOSダイヤル
            "0120-99-7777", // チャイルドライン
            "0570-003-110", // みんなの人権110番
            "0120-007-110", // こどもの人権110番
            "0570-070-810", // 女性の人権ホットライン
            "0570-090-911", // 外国語人権相談ダイヤル
            "0120-95-0178", // マイナンバー総合フリーダイヤル
            "0570-05-1165"); // ねんきんダイヤル
    Pattern telephone = Pattern.compile("0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,5}");

    assertThat(
            faults(
                entry ->
                    telephone
                        .matcher(entry.answer())
                        .results()
                        .map(found -> found.group())
                        .filter(number -> !national.contains(number))))
        .isEmpty();
  }

  @Test
  void namesOnlyDaysOfTheCalendar() {
    Pattern day = Pattern.compile("([0-9]{1,2})月([0-9]{1,2})日");

    assertThat(
            faults(
                entry ->
                    day.matcher(entry.answer())
                        .results()
                        .map(found -> found.group())
                        .filter(text -> FactType.DATE.fault(text).isPresent())))
        .isEmpty();
  }

  @Test
  void wasConfirmedWithinTheYearBeforeItsVersion() {
    LocalDate end = YearMonth.parse(PACK.version().replace('.', '-')).atEndOfMonth();

    assertThat(PACK.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.confirmed()).isBetween(end.minusYears(1), end);
              assertThat(entry.law()).isNotBlank();
            });
  }

  @Test
  void restsOnAPageOfTheTown() {
    assertThat(PACK.entries())
        .allSatisfy(
            entry -> {
              Matcher fact = PackEntry.PLACEHOLDER.matcher(entry.source());
              assertThat(fact.matches()).as(entry.id()).isTrue();
              assertThat(PACK.facts().get(fact.group(1)).type())
                  .as(entry.id())
                  .isEqualTo(FactType.URL);
            });
  }

  @Test
  void tellsItsVersionWithoutReadingEverything() {
    assertThat(BasePack.currentVersion()).isEqualTo(PACK.version());
  }

  private static String withoutPlaceholders(String text) {
    return PackEntry.PLACEHOLDER.matcher(text).replaceAll("○");
  }
}
