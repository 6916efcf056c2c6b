package madoguchi.knowledge.completion;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Questions by what has been typed so far. */
class CompletionsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  private static final List<FaqEntry> ENTRIES =
      List.of(
          entry("juminhyo", "住民票の写しはどこで取れますか。", "住民票・戸籍", "住民票がほしい"),
          entry("juminzei", "住民税はどのように計算しますか。", "住民税"),
          entry("sodai", "粗大ごみの申し込みはどうすればよいですか。", "粗大ごみ", "タンスを捨てたい"),
          entry("sodai-untin", "大きな粗大ごみの手数料はいくらですか。", "粗大ごみ"),
          entry("kokuho", "国民健康保険に入るにはどうしますか。", "国民健康保険", "国保に入りたい"),
          entry("mynumber", "マイナンバーカードの受付はどこですか。", "マイナンバー"),
          entry("dv", "DVの相談はどこにできますか。", "人権"),
          entry("hikkoshi", "引っ越しの手続きは何が必要ですか。", "引越し", "転入した"),
          entry("byoin", "病院でのうけつけ", null),
          entry("center", "子育て支援センターはいつ開いていますか。", "子育て"));

  private final Completions completions = Completions.of(ENTRIES);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "住",
        "住民",
        "住民票",
        "住民票の",
        "住民票のうt",
        "じゅ",
        "じゅうみん",
        "じゅみん",
        "じゆうみん",
        "ジュウミン",
        "じゅうm",
        "じゅうみんh",
        "じゅうみんひょ",
        "j",
        "ju",
        "jum",
        "jumin",
        "jyuumin",
        "zyuumin",
        "jūmin",
        "ｊｕｍｉｎ",
        "juminhyo",
        "住民票 どこ",
        "jumin utsushi",
        "うつし",
        "じ"
      })
  void findsTheCertificateOfResidenceHoweverItIsTyped(String typed) {
    assertThat(ids(typed)).contains("juminhyo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "そだい",
        "粗大",
        "粗大ゴミ",
        "粗大g",
        "sodai",
        "そだいごみの",
        "sodaigomi",
        "もうしこみ",
        "申込み",
        "申し込み",
        "たんす",
        "tansu",
        "tannsu",
        "そだいごみ もうしこ",
        "そだい　ごみ"
      })
  void findsBulkyWasteFromTheBeginningAndFromTheMiddle(String typed) {
    assertThat(ids(typed)).contains("sodai");
  }

  @Test
  void findsByKanaLatinLettersAndOtherSpellings() {
    assertThat(ids("まいなんば")).containsExactly("mynumber");
    assertThat(ids("マイナンバカード")).containsExactly("mynumber");
    assertThat(ids("dv")).contains("dv");
    assertThat(ids("ＤＶ")).contains("dv");
    assertThat(ids("引越し")).contains("hikkoshi");
    assertThat(ids("ひっこし")).contains("hikkoshi");
    assertThat(ids("hikkosi")).contains("hikkoshi");
    assertThat(ids("しえんせんた")).containsExactly("center");
    assertThat(ids("けんこうほけん")).containsExactly("kokuho");
  }

  // の + 受付: typed as one, the vowels meet; typed from the second word, they do not.
  @Test
  void findsAcrossTheEndOfAWordWhereVowelsMeet() {
    assertThat(ids("うけつけ")).contains("mynumber", "byoin");
    assertThat(ids("かーどのうけつけ")).containsExactly("mynumber");
    assertThat(ids("でのうけ")).containsExactly("byoin");
  }

  @Test
  void leadsFromWordingsAndCategoriesToTheQuestion() {
    assertThat(ids("国保")).containsExactly("kokuho");
    assertThat(ids("人権")).containsExactly("dv");
    Completion found = completions.complete("国保", TODAY, 8).getFirst();
    assertThat(found).isEqualTo(new Completion("kokuho", "国民健康保険に入るにはどうしますか。", 0, 0));
  }

  @Test
  void marksTheWordsOfTheQuestionThatHoldWhatWasTyped() {
    assertThat(marked("そだ")).isEqualTo("粗大ごみ");
    assertThat(marked("うつし")).isEqualTo("写し");
    assertThat(marked("じゅうみんh")).isEqualTo("住民票");
    assertThat(marked("まいなんばーk")).isEqualTo("マイナンバーカード");
  }

  @Test
  void putsBeginningsBeforeWordStartsAndThoseBeforeMiddles() {
    Completions waste =
        Completions.of(
            List.of(
                FaqEntry.of("middle", "かごみち", "。"),
                FaqEntry.of("word", "今日のごみ", "。"),
                FaqEntry.of("begins-long", "ごみの日を教えてください", "。"),
                FaqEntry.of("begins-short", "ごみの日", "。"),
                FaqEntry.of("same-length", "ごみの人", "。")));
    assertThat(waste.complete("ごみ", TODAY, 8).stream().map(Completion::faqId))
        .containsExactly("begins-short", "same-length", "begins-long", "word", "middle");
    assertThat(waste.complete("ごみ", TODAY, 2)).hasSize(2);
  }

  @Test
  void findsNoSoundInsideAnother() {
    assertThat(Completions.of(List.of(FaqEntry.of("x", "住民", "。"))).complete("う", TODAY, 8))
        .isEmpty();
    assertThat(Completions.of(List.of(FaqEntry.of("x", "住民", "。"))).complete("み", TODAY, 8))
        .hasSize(1);
  }

  @Test
  void givesOnlyWhatIsPublishedForResidentsAndShownThatDay() {
    FaqEntry always = FaqEntry.of("always", "ごみの日", "。");
    List<FaqEntry> entries =
        List.of(
            always,
            FaqEntry.of("draft", "ごみの下書き", "。").withState(FaqState.DRAFT),
            dated("past", null, TODAY.minusDays(1)),
            dated("last-day", null, TODAY),
            dated("first-day", TODAY, null),
            dated("future", TODAY.plusDays(1), null),
            forStaff("staff"));
    assertThat(Completions.of(entries).complete("gomi", TODAY, 8).stream().map(Completion::faqId))
        .containsExactlyInAnyOrder("always", "last-day", "first-day");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　\n", "。", "ーっ", "「」", "\uD83D", "\u200B", "\uD83D\uDE00"})
  void findsNothingForNothing(String typed) {
    assertThat(completions.complete(typed, TODAY, 8)).isEmpty();
  }

  @Test
  void findsNothingForWhatIsTooLong() {
    assertThat(completions.complete("住民 ".repeat(33), TODAY, 8)).isNotEmpty();
    assertThat(completions.complete("住民 ".repeat(34), TODAY, 8)).isEmpty();
  }

  @Test
  void doesNotDependOnTheOrderOfTheEntries() {
    List<FaqEntry> shuffled = new ArrayList<>(ENTRIES);
    Collections.shuffle(shuffled, new Random(3));
    Completions other = Completions.of(shuffled);
    for (String typed : List.of("j", "の", "gomi", "住", "s", "どこ", "a")) {
      assertThat(other.complete(typed, TODAY, 8)).isEqualTo(completions.complete(typed, TODAY, 8));
    }
  }

  @Test
  void takesAnyText() {
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      List<Completion> found = completions.complete(RandomText.of(random, 120), TODAY, 3);
      assertThat(found).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
      assertThat(found).allMatch(c -> c.from() <= c.to() && c.to() <= c.question().length());
    }
  }

  @Test
  void completesEntriesOfAnyText() {
    Random random = new Random(13);
    List<FaqEntry> entries = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      entries.add(FaqEntry.of("r" + i, "問" + RandomText.of(random, 60), "。"));
    }
    Completions any = Completions.of(entries);
    assertThat(any.complete("問", TODAY, 1_000)).hasSize(300);
    for (int i = 0; i < 500; i++) {
      assertThat(any.complete(RandomText.of(random, 4), TODAY, 8))
          .allMatch(c -> c.from() <= c.to() && c.to() <= c.question().length());
    }
  }

  private List<String> ids(String typed) {
    return completions.complete(typed, TODAY, 8).stream().map(Completion::faqId).toList();
  }

  private String marked(String typed) {
    Completion best = completions.complete(typed, TODAY, 1).getFirst();
    return best.question().substring(best.from(), best.to());
  }

  private static FaqEntry entry(
      String id, String question, @Nullable String category, String... phrasings) {
    return made(id, question, category, List.of(phrasings), null, null, Audience.RESIDENT);
  }

  private static FaqEntry dated(String id, @Nullable LocalDate from, @Nullable LocalDate until) {
    return made(id, "ごみの期間", null, List.of(), from, until, Audience.RESIDENT);
  }

  private static FaqEntry forStaff(String id) {
    return made(id, "ごみの内規", null, List.of(), null, null, Audience.STAFF);
  }

  private static FaqEntry made(
      String id,
      String question,
      @Nullable String category,
      List<String> phrasings,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      Audience audience) {
    return new FaqEntry(
        id,
        question,
        phrasings,
        "。",
        category,
        null,
        null,
        from,
        until,
        FaqState.PUBLISHED,
        audience,
        "ja",
        Provenance.OWN);
  }
}
