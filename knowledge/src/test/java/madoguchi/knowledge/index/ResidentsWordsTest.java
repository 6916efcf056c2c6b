package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.Synonyms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How single words, kana and half-said questions are understood, on the demo town's real index. */
class ResidentsWordsTest {

  /** From here on the bot answers without asking back. */
  private static final double SURE = 0.6;

  private static EntryIndex index = new EntryIndex(Ingredients.of(List.of()), weights());

  private static Weights weights() {
    return Weights.ofSignals();
  }

  @BeforeAll
  static void buildsTheTown() {
    List<FaqEntry> entries = JudgedTown.full();
    Synonyms words = Synonyms.municipal();
    index =
        new EntryIndex(
            new Ingredients(entries, words, JudgedTown.vectors(entries), List.of()), weights());
  }

  private static List<Hit> ask(String question) {
    return index.search(question, LocalDate.of(2026, 11, 26), 3);
  }

  private static Hit first(String question) {
    return ask(question).getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "水道いくら",
        "水道どこ",
        "図書館いくら",
        "住民票いらない",
        "引っ越したいです",
        "カラオケ",
        "ポスター",
        "カーポート",
        "コンサート",
        "ブルーシート",
        "保険料はいくらですか",
        "ほけんりょう"
      })
  void asksBackWhenTooLittleIsSaid(String question) {
    assertThat(first(question).confidence()).isLessThan(SURE);
  }

  @ParameterizedTest
  @CsvSource({
    "ごみいつ, gomi-",
    "まいなんばー, mynumber-bango",
    "じどうてあて, jite-",
    "らいたー, gomi-kiken",
    "こうえん, doro-",
    "とくていけんしん, kenshin-tokutei",
    "ねんきん, nenkin-",
    "ねんきんについて教えて, nenkin-",
    "ねんきんはどうすればいい？, nenkin-",
    "要介護認定, kaigo-",
    "児童扶養手当, jite-jifute",
    "こくみんけんこうほけん, kokuho-",
    "国民健康保険に入りたい, kokuho-kanyu",
    "子どもの医療費の助成, jite-kodomoiryo",
    "水道を止めたいです。料金はいくらですか, suido-chushi",
    "父が死んだ, okuyami-",
    "母が死んだ, okuyami-",
    "祖父が死にました, okuyami-"
  })
  void findsWhatIsMeant(String question, String entry) {
    assertThat(first(question).entry().id()).startsWith(entry);
  }

  @ParameterizedTest
  @ValueSource(strings = {"なんとかしたい", "おねがいしたい", "おしえて", "はい", "うん"})
  void findsNothingInMereScaffolding(String question) {
    assertThat(ask(question)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"父が死んだ", "母が死んだ", "祖父が死にました", "夫が亡くなりました"})
  void offersWhoHasLostSomeoneNothingAboutWishingToDie(String question) {
    assertThat(ask(question).stream().limit(2).map(hit -> hit.entry().id()))
        .doesNotContain("jinken-jisatsu");
  }

  @Test
  void stillHearsWhoWishesToDie() {
    assertThat(first("死にたい").entry().id()).isEqualTo("jinken-jisatsu");
  }

  @Test
  void readsKanaAsTheTownWritesThem() {
    assertThat(index.read("ほいくえんにいれたい").own()).doesNotContain("死体");
    assertThat(index.read("引っ越したいです").own()).containsExactly("引っ越す");
    assertThat(index.read("じどうてあて").own()).containsExactly("児童", "手当");
  }

  @Test
  void asksAmongThoseThatShareAWording() {
    assertThat(ask("保険料はいくらですか").stream().map(hit -> hit.entry().id()))
        .containsExactlyInAnyOrder("kaigo-hokenryo", "koki-hokenryo", "kokuho-keisan");
  }

  @Test
  void tellsNoEntryByAWordingThatAsksSomethingElse() {
    Map<String, String> asked = Map.of("水道の料金", "suido-kaishi", "図書館 料金", "toshokan-kaikan");
    asked.forEach(
        (question, entry) ->
            assertThat(
                    ask(question).stream()
                        .filter(hit -> hit.entry().id().equals(entry))
                        .mapToDouble(Hit::confidence))
                .allMatch(confidence -> confidence < SURE));
  }
}
