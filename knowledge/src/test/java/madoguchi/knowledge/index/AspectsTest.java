package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import madoguchi.knowledge.benchmark.JudgedQuestions;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.RandomText;
import madoguchi.knowledge.text.WordLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AspectsTest {

  @ParameterizedTest
  @CsvSource({
    "住民票いくら, 費用",
    "粗大ごみのねだん, 費用",
    "どこでもらえるの, 場所",
    "何時まで開いてる, 時間",
    "いつまでに出せばいい, 期限",
    "何を持っていけばいい, 持ち物",
    "印鑑登録をやめたい, 廃止",
    "通知カードをなくした, 再発行",
    "代わりに取りに行ける, 代理",
    "郵便で送ってほしい, 郵送",
    "コンビニで取れる, 電子",
    "保険料を安くしてほしい, 減免",
    "美術館の入館料, 費用",
    "何課に行けばいい, 場所",
    "市役所は年末年始やっていますか, 時間",
    "成人式の日時, 時期",
    "何日までに出せばいい, 期限",
    "証明は即日もらえる, 所要",
    "どんな書類を出す, 持ち物",
    "市民でなくても泳げる, 対象",
    "野球場の借り方, 方法",
    "申込みを取り下げたい, 廃止",
    "内定を辞退する, 廃止",
    "手帳が破損した, 再発行",
    "本人でなくても取れる, 代理",
    "用紙を送ってほしい, 郵送",
    "税金を現金で納める, 支払",
    "納税の猶予, 減免",
    "火事の見舞金, 助成",
    "土曜もやってる, 時間",
    "婚姻届は夜でも出せる, 時間",
    "何曜だっけ, 時間",
    "今日は何の日, 時期",
    "税金払えん, 減免",
    "保険料はらえへん, 減免",
    "家賃が高い, 減免",
    "水道代めっちゃ高い, 減免",
    "母子手帳どっかいった, 再発行",
    "水道とめといて, 廃止",
    "母の分も取れる, 代理",
    "スプレー缶どうすんの, 方法",
    "隣がうるさい, 相談",
    "介護に疲れた, 相談"
  })
  void hearsWhatIsAskedOfTheMatter(String typed, String aspect) {
    assertThat(Aspects.of(typed).names()).contains(aspect);
  }

  @Test
  void hearsNoneInABareWord() {
    assertThat(Aspects.of("住民票").names()).isEmpty();
    assertThat(Aspects.of("").names()).isEmpty();
  }

  @Test
  void likensByWhatBothName() {
    Aspects cost = Aspects.of("いくら");
    Aspects costAndPlace = Aspects.of("いくらで、どこですか");

    assertThat(cost.likeness(cost)).isEqualTo(1);
    assertThat(cost.likeness(costAndPlace)).isBetween(0.7, 0.71);
    assertThat(cost.likeness(Aspects.of("どこ"))).isZero();
    assertThat(cost.likeness(Aspects.of("住民票"))).isZero();
  }

  @Test
  void tellsEntriesOfOneMatterApart() {
    KnowledgeIndex index =
        KnowledgeIndex.of(
            List.of(
                FaqEntry.of("how", "印鑑登録の方法を教えてください。", "窓口へ来てください。"),
                FaqEntry.of("end", "印鑑登録を廃止したい。", "窓口へ来てください。"),
                FaqEntry.of("cost", "印鑑登録はいくらかかりますか。", "窓口へ来てください。")));

    assertThat(first(index, "印鑑登録 やめたい")).isEqualTo("end");
    assertThat(first(index, "印鑑登録 いくら")).isEqualTo("cost");
    assertThat(first(index, "印鑑登録はどうすればいいですか")).isEqualTo("how");
  }

  private static String first(KnowledgeIndex index, String typed) {
    return index.search(typed, LocalDate.of(2026, 11, 1), 1).getFirst().entry().id();
  }

  @Test
  void namesNoAspectThatOnlySoundsSo() {
    assertThat(Aspects.of("必要なものは何ですか").names()).doesNotContain("理由");
    assertThat(Aspects.of("これはなんですか").names()).doesNotContain("理由");
    assertThat(Aspects.of("何で届かないの").names()).contains("理由");
    assertThat(Aspects.of("会社を辞めました。国保に入るには").names()).doesNotContain("廃止");
    assertThat(Aspects.of("図書館の本はどこに返す").names()).doesNotContain("廃止");
    assertThat(Aspects.of("家族が亡くなりました").names()).doesNotContain("代理");
    assertThat(Aspects.of("家族が代わりに取れますか").names()).contains("代理");
    assertThat(Aspects.of("ひなんじょはどこ").names()).doesNotContain("時間");
    assertThat(Aspects.of("なんじまで").names()).contains("時間");
    assertThat(Aspects.of("遠いところに住む").names()).doesNotContain("時期");
    assertThat(Aspects.of("高い所の枝").names()).doesNotContain("減免");
    assertThat(Aspects.of("夜泣きがひどい").names()).doesNotContain("時間");
    assertThat(Aspects.of("電子レンジの捨て方").names()).doesNotContain("電子");
  }

  @Test
  void namesWhatThePatternsOfTheFileFind() {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    for (String line : WordLines.of("/madoguchi/text/aspects.txt")) {
      String[] cells = line.split("\t", 2);
      patterns.put(cells[0], Pattern.compile(cells[1]));
    }
    List<String> texts = new ArrayList<>(JudgedQuestions.all());
    // Whatever stands in the patterns, in any order.
    List<String> pieces =
        patterns.values().stream()
            .flatMap(pattern -> Stream.of(pattern.pattern().split("[|()\\[\\]?:!<{},]+")))
            .filter(piece -> !piece.isEmpty())
            .toList();
    Random random = new Random(2026);
    for (int i = 0; i < 30_000; i++) {
      String some = pieces.get(random.nextInt(pieces.size()));
      String other = pieces.get(random.nextInt(pieces.size()));
      String asked = texts.get(random.nextInt(500));
      int cut = random.nextInt(asked.length() + 1);
      texts.add(some + other);
      texts.add(asked.substring(0, cut) + some + asked.substring(cut));
      texts.add(asked.substring(cut) + RandomText.of(random, 20));
    }
    for (String text : texts) {
      String normalised = JapaneseText.normalise(text);
      List<String> expected =
          patterns.entrySet().stream()
              .filter(pattern -> pattern.getValue().matcher(normalised).find())
              .map(Map.Entry::getKey)
              .toList();
      assertThat(Aspects.of(text).names()).as(text).containsExactlyElementsOf(expected);
    }
  }
}
