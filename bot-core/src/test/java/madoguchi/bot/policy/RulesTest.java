package madoguchi.bot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the plain rules must see, and what they must leave to the search. */
class RulesTest {

  private static final Map<String, Pattern> PATTERNS = new HashMap<>();

  private final Rules rules = Rules.standard();

  @ParameterizedTest
  @CsvSource({
    "もう死にたい,suicide",
    "死 に た い,suicide",
    "消えてしまいたいです,suicide",
    "自殺したい気持ちになります,suicide",
    "リストカットがやめられない,suicide",
    "生きるのがつらい,suicide",
    "夫に殴られています,violence",
    "旦那の暴力がひどい,violence",
    "ＤＶの相談がしたい,violence",
    "ストーカーされてる,violence",
    "隣の家の子が虐待されているかもしれない,abuse-child",
    "子どもを叩いてしまいました,abuse-child",
    "お父さんに殴られる,abuse-child",
    "施設でおばあちゃんが虐待されてるみたい,abuse-elder",
    "火事です,emergency",
    "父の意識がないんです,emergency",
    "助けて,emergency",
    "子どもを殺してしまいそうです,emergency",
    "死にたくなります,suicide",
    "もう死ぬしかない,suicide",
    "誰か殺してください,suicide",
    "I want to die,suicide",
    "リスカしてしまった,suicide",
    "練炭を買いました,suicide",
    "電車で痴漢にあった,violence",
    "元彼に付きまとわれている,violence"
  })
  void seesDanger(String text, String topic) {
    assertThat(rules.match("crisis", text)).contains(topic);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "犬が死んだらどうすればいい",
        "死亡届の出し方",
        "父が亡くなりました",
        "火事でり災証明がほしい",
        "蜂に刺されたらどうする",
        "DVDの捨て方",
        "アドバイスがほしい",
        "ご飯を食べさせてくれる子ども食堂",
        "動物虐待を見た",
        "救急車は有料ですか",
        "契約を終わりにしたい",
        "税金が払えない助けてほしい制度",
        "スーパーの刺身のパック",
        "スズメバチに刺された",
        "ムカデに刺されたときの病院",
        "練炭は何ごみですか",
        "おなじさつまいもの苗",
        "ボランティアは各自傷害保険に入りますか",
        "アイリスカフェの営業時間",
        "プレイプールの利用料",
        "足首をつったときの応急手当",
        "犬を虐待している人がいる",
        "妻の電話をつなぐには",
        "ディーブイディーの捨て方",
        "防災意識がない家族への講座",
        "死にたくない",
        "庭の毛虫を殺してください"
      })
  void leavesTheRestToTheSearch(String text) {
    assertThat(rules.match("crisis", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "職員に相談したい",
        "人と話したい",
        "オペレーターにつないで",
        "担当者",
        "職員さんお願いします",
        "人間と話させて",
        "誰かに相談できますか",
        "担当の人に代わって"
      })
  void hearsWhoAsksForAPerson(String text) {
    assertThat(rules.match("person", text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "人権相談はどこ",
        "職員採用試験はいつ",
        "人口は何人ですか",
        "担当課の電話番号",
        "3人に相談した場合の証人",
        "法律相談したい",
        "職員の給料",
        "友人に相談したら市役所に聞くように言われた",
        "外国人と話したい"
      })
  void doesNotMistakeAQuestionForTheWishForAPerson(String text) {
    assertThat(rules.match("person", text)).isEmpty();
  }

  @Test
  void returnsGreetingsButNotQuestionsThatBeginWithOne() {
    assertThat(rules.match("greeting", "こんにちは！")).contains("");
    assertThat(rules.match("greeting", "ありがとうございました。")).contains("thanks");
    assertThat(rules.match("greeting", "こんにちは、住民票はどこですか")).isEmpty();
  }

  @Test
  void seesInEachSentenceWhatARuleWantsAlone() {
    assertThat(rules.matchAny("crisis", "どうしたらいいかわかりません。助けて。")).contains("emergency");
    assertThat(rules.matchAny("person", "やっぱりいいです。職員お願いします")).isPresent();
    assertThat(rules.matchAny("crisis", "お金がないので助けてほしい。住民票はいくらですか")).isEmpty();
    assertThat(rules.matchAny("person", "職員採用の試験はいつですか。教えて")).isEmpty();
  }

  @Test
  void matchesWhatThePatternsOfTheFileFind() throws IOException {
    Map<String, List<String>> families = new HashMap<>();
    List<String> pieces = new ArrayList<>(List.of("。", "！", "\n", " ", "\u3099", "ｱ", "住民票は", "、"));
    try (InputStream in = Rules.class.getResourceAsStream("/madoguchi/rules_ja.tsv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                families.computeIfAbsent(line.split("[.\t]")[0], f -> new ArrayList<>()).add(line);
                Stream.of(line.split("\t")[1].split("[|()\\[\\]?:!<{},*$^]+"))
                    .filter(piece -> !piece.isEmpty())
                    .forEach(pieces::add);
              });
    }
    assertThat(families).containsOnlyKeys("crisis", "person", "greeting");
    Random random = new Random(2026);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(1, 6); piece > 0; piece--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      String typed = text.toString();
      families.forEach(
          (family, lines) -> {
            Optional<String> whole = slowly(family, lines, typed);
            assertThat(rules.match(family, typed)).as(typed).isEqualTo(whole);
            assertThat(rules.matchAny(family, typed))
                .as(typed)
                .isEqualTo(
                    whole.or(
                        () ->
                            Stream.of(typed.split("[。．.！!？?\\n]+"))
                                .flatMap(one -> slowly(family, lines, one).stream())
                                .findFirst()));
          });
    }
  }

  private static Optional<String> slowly(String family, List<String> lines, String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Z}\\p{Cf}]+", "");
    return lines.stream()
        .map(line -> line.split("\t", 2))
        .filter(cells -> PATTERNS.computeIfAbsent(cells[1], Pattern::compile).matcher(plain).find())
        .map(cells -> cells[0].substring(Math.min(cells[0].length(), family.length() + 1)))
        .findFirst();
  }
}
