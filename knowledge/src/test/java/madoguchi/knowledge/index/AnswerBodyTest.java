package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.knowledge.faq.FaqEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerBodyTest {

  private static final String BODY = "転入した日から14日以内に、窓口で転入届を出してください。本人確認書類を持ってきてください。";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n【お問い合わせ先】\n市民課 住民記録係\n電話 0798-35-3108\n受付時間 8時45分から17時30分",
        "\n■お問い合わせ\n市民課（本庁舎1階）",
        "\n担当課：市民課\n電話番号：06-6489-6408",
        "\n問合せ先　市民協働局 市民課　TEL 06-1234-5678　FAX 06-1234-5679",
        "\n\n関連するよくある質問\n・転居届はいつまでに出せばよいですか。\n・マイナンバーカードの住所変更",
        "\n＜関連リンク＞\n住所の変更（市のページ）",
        "\nこのページに関するお問い合わせ\n市民課",
        " お問い合わせ先：市民課 06-6489-6408 受付時間：平日9時から17時",
        " 関連するよくある質問 転居届はいつまでに出せばよいですか。",
        "関連Q&A 転居届の出し方",
        "【お問い合わせ先】市民課"
      })
  void endsBeforeContactsAndRelatedPages(String closing) {
    assertThat(AnswerBody.closed(BODY + closing).strip()).isEqualTo(BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "受付時間は、平日の8時45分から17時30分までです。土曜日と日曜日はお休みです。",
        "担当のケアマネジャーにご相談ください。料金は利用者の所得によって違います。",
        "水が出ないときは、まず元栓を見てください。関連する工事をしていることもあります。",
        "詳しくは、お住まいの区の窓口にお問い合わせください。申請書は窓口にあります。",
        "電話でのお申し込みは、受け付けていません。窓口か郵送でお申し込みください。"
      })
  void keepsWhatSaysSomething(String answer) {
    assertThat(AnswerBody.closed(answer)).isEqualTo(answer);
  }

  @Test
  void keepsAnAnswerThatIsNothingButContacts() {
    String answer = "お問い合わせ先：市民課\n電話でご確認ください。";

    assertThat(AnswerBody.closed(answer)).isEqualTo(answer);
  }

  @Test
  void leavesOutAddressesAndTelephoneNumbers() {
    String answer =
        "くわしくは https://www.example.jp/juminhyo?id=1 を見るか、(06)6489-6408 か a@example.jp へどうぞ。";

    assertThat(AnswerBody.closed(answer)).doesNotContain("http", "6489", "example", "@");
  }

  @Test
  void leavesOutWhatManyAnswersShareWordForWord() {
    List<FaqEntry> entries =
        IntStream.range(0, 8)
            .mapToObj(
                i -> FaqEntry.of("e" + i, "質問" + i, "項目" + i + "の答えです。市役所へお越しください。\n開庁は9時です。"))
            .toList();
    AnswerBody body = AnswerBody.of(entries);

    assertThat(body.sentences(entries.get(3).answer())).containsExactly("項目3の答えです");
  }

  @Test
  void keepsWhatFewShareAndAnAnswerThatIsSharedAsAWhole() {
    FaqEntry own = FaqEntry.of("own", "質問", "窓口へお越しください。");
    List<FaqEntry> few = List.of(own, FaqEntry.of("b", "質問", "窓口へお越しください。"));
    List<FaqEntry> many =
        Stream.concat(
                few.stream(),
                IntStream.range(0, 9).mapToObj(i -> FaqEntry.of("e" + i, "質問", own.answer())))
            .toList();

    assertThat(AnswerBody.of(few).sentences(own.answer())).containsExactly("窓口へお越しください");
    assertThat(AnswerBody.of(many).sentences(own.answer())).containsExactly("窓口へお越しください");
  }
}
