package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.vector.WordVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that residents write otherwise than the town; without any word list. */
class SpellingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  private static final List<FaqEntry> FAQ =
      List.of(
          FaqEntry.of("kokuho", "国民健康保険に加入する手続き", "14日以内に届け出てください。"),
          FaqEntry.of("jumin", "住民票の写しの取り方", "窓口で請求してください。"),
          FaqEntry.of("card", "マイナンバーカードの受け取り", "はがきを持ってきてください。"),
          FaqEntry.of("bike", "放置された自転車の撤去", "保管所で返します。"),
          FaqEntry.of("makura", "枕の分別と出し方", "燃やせるごみです。"),
          FaqEntry.of("apply", "保育所の申し込みの期間", "秋に受け付けます。"),
          FaqEntry.of("server", "共有サーバーの予約", "電話で予約してください。"),
          FaqEntry.of("child", "子どもの医療費の助成", "受給者証を見せてください。"),
          FaqEntry.of("move", "引っ越しのごみの捨て方", "持ち込めます。"),
          FaqEntry.of("center", "保健所の場所", "駅の前です。"),
          FaqEntry.of("pan", "フライパンの出し方", "金属ごみです。"));

  private static final EntryIndex INDEX =
      new EntryIndex(
          new Ingredients(FAQ, Synonyms.NONE, WordVectors.NONE, List.of()), Weights.ofSignals());

  private static List<String> found(String typed) {
    return INDEX.search(typed, TODAY, 3).stream().map(hit -> hit.entry().id()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "こくみんけんこうほけん, kokuho",
    "こくみんけんこうほけんにはいりたい, kokuho",
    "コクミンケンコウホケン, kokuho",
    "住民表, jumin",
    "じゅうみんひょうがほしい, jumin",
    "マイナンバカード, card",
    "まいなんばーかーど, card",
    "まいなんばあかあど, card",
    "じてんしゃ, bike",
    "自転者, bike",
    "まくら, makura",
    "申込み, apply",
    "申込, apply",
    "もうしこみ, apply",
    "サーバ, server",
    "子供, child",
    "引越し, move",
    "引っ越し, move",
    "ひっこし, move",
    "フライパソ, pan",
    "フラインパン, pan"
  })
  void findsTheEntryThatWritesTheWordOtherwise(String typed, String id) {
    assertThat(found(typed)).first().isEqualTo(id);
  }

  @Test
  void takesWordsOfOneSoundAsTwoWhenTheTownWritesBoth() {
    assertThat(found("保健所")).containsExactly("center");
    assertThat(found("健康保険")).doesNotContain("center");
  }

  @ParameterizedTest
  @ValueSource(strings = {"いつもありがとう", "どうすればいいですか", "です", "ー", "ああああああああああ", "んんん"})
  void readsNoWordIntoWhatSaysNothing(String typed) {
    assertThat(found(typed)).isEmpty();
  }

  @Test
  void isOneApartByOneLetter() {
    assertThat(KanaRepair.isOneApart("かめら", "かめら")).isFalse();
    assertThat(KanaRepair.isOneApart("かめら", "かめらー")).isTrue();
    assertThat(KanaRepair.isOneApart("かめら", "かね")).isFalse();
    assertThat(KanaRepair.isOneApart("かめら", "かねら")).isTrue();
    assertThat(KanaRepair.isOneApart("あかめら", "かめら")).isTrue();
    assertThat(KanaRepair.isOneApart("", "か")).isTrue();
    assertThat(KanaRepair.isOneApart("かめら", "らめか")).isFalse();
  }

  @Test
  void hearsNothingInTheTownsOwnName() {
    List<FaqEntry> entries =
        IntStream.range(0, 6)
            .mapToObj(i -> FaqEntry.of("e" + i, "問い" + i, "高松市の窓口か丸亀市の支所" + i + "で受け付けます。高松市です。"))
            .toList();
    List<FaqEntry> more = new java.util.ArrayList<>(entries);
    more.add(FaqEntry.of("x", "高松市のごみ", "高松市で集めます。"));

    assertThat(OwnName.terms("", more, new TextAnalysis())).contains("高松").doesNotContain("丸亀");
    assertThat(OwnName.terms("", FAQ, new TextAnalysis())).isEqualTo(Set.of());
  }

  @Test
  void takesTheNameThatTheTownGives() {
    TextAnalysis analysis = new TextAnalysis();
    assertThat(OwnName.terms("焼津市", FAQ, analysis)).contains("焼津").doesNotContain("高松");
    // A name that the dictionary takes apart must not silence a word, as 野 of 野良猫.
    assertThat(OwnName.terms("あおば野市", FAQ, analysis)).allMatch(term -> term.length() > 1);
    EntryIndex index = new EntryIndex(Ingredients.of(FAQ).in("焼津市"), Weights.ofSignals());
    assertThat(index.read("焼津市の住民票").own()).isEqualTo(index.read("住民票").own());
  }
}
