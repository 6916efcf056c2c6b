package madoguchi.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sounds alike has one key, and what has been typed of a word begins its key. */
class SoundKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "じゅうみん ジュウミン じゅみん じゆうみん jumin juumin jyuumin zyuumin zyumin jūmin じゅうmin",
        "てつづき tetuduki tetsuzuki tetsuduki てつずき",
        "しょうめいしょ shomeisho syoumeisyo shoumeisho シヨウメイシヨ",
        "ちょうへん chouhen tyouhen cyouhen chōhen",
        "きんえん kin'en kinnenn kinen きねん",
        "しんぶん shinbun shimbun sinnbunn simbun",
        "ほんま honma homma ほんma",
        "けっこん kekkon けこん kekkonn",
        "まっちゃ matcha mattya maccha",
        "ごみ gomi ゴミ ｺﾞﾐ ＧＯＭＩ",
        "せんたー センター sentaー senta- sentaa せんた",
        "ふぁみりー famiri- huami-ri- ファミリー",
        "でぃさーびす ディサービス dhisa-bisu deisa-bisu",
        "ちぇっく チェック chekku tyekku cyekku",
        "じぇんだー jendaー zyenda- jyenda-",
        "しゅうごう shugo syuugou シュウゴウ shuugou",
        "つうがく tsugaku tuugaku tsuugaku",
        "をかう okau wokau おかう",
        "うぃーく wiiku ウィーク uiiku",
        "ヴァイオリン vaiorin ゔぁいおりん"
      })
  void givesOneKeyToWhatSoundsAlike(String spellings) {
    List<String> keys = Arrays.stream(spellings.split(" ")).map(SoundKeyTest::key).toList();
    assertThat(keys.stream().filter(key -> !key.equals(keys.getFirst()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"かき かぎ", "ほん ほ", "さか さけ", "じゅう しゅう", "はし はち", "まつ まち"})
  void keepsApartWhatSoundsDifferent(String pair) {
    String[] words = pair.split(" ");
    assertThat(key(words[0])).isNotEqualTo(key(words[1]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "じゅうみん jyuuminn",
        "じゅうみん jūmin",
        "じゅうみん じゆうみん",
        "しんせいしょ shinseisho",
        "しょうがい shougai",
        "ちゃくしゅ chakushu",
        "つうち tsuuchi",
        "まっちゃ matcha",
        "ふようひん fuyouhinn",
        "ふぁいる fairu",
        "うぇぶ webu",
        "しんぶん sinnbunn",
        "てぃっしゅ thisshu",
        "けっこん kekkonn",
        "きょうしつ kyoushitsu",
        "きようけん きょうけん",
        "でぃ dhi",
        "づつう dutuu",
        "ぢばん dibann"
      })
  void findsTheWordAfterEachLetterTyped(String pair) {
    String[] words = pair.split(" ");
    String whole = key(words[0]);
    for (int typed = 1; typed <= words[1].length(); typed++) {
      String begun = JapaneseText.normalise(words[1].substring(0, typed));
      assertThat(SoundKey.ofHalfTyped(begun)).as(begun).anyMatch(whole::startsWith);
    }
  }

  @Test
  void givesTheLikeliestKeyFirst() {
    assertThat(SoundKey.ofHalfTyped("sh")).containsExactly("si", "sy");
    assertThat(SoundKey.ofHalfTyped("き")).containsExactly("ki", "ky");
    assertThat(SoundKey.ofHalfTyped("じゅうm")).containsExactly("zyum");
    assertThat(SoundKey.ofHalfTyped("")).containsExactly("");
  }

  @Test
  void leavesKanjiAndDigitsAndDropsMarks() {
    assertThat(SoundKey.of("14日「いない」・ー!")).isEqualTo("14日inai");
    assertThat(SoundKey.of("っー、")).isEmpty();
  }

  @Test
  void letsASoundBeginOnlyWhereOneIsHeard() {
    assertThat(begins("zyumin")).isEqualTo("z..m..");
    assertThat(begins("hokensyo")).isEqualTo("h.k..s..");
    assertThat(begins("siteato")).isEqualTo("s.t.at.");
  }

  @Test
  void takesAnyText() {
    Random random = new Random(20260401);
    for (int i = 0; i < 5_000; i++) {
      String text = JapaneseText.normalise(RandomText.of(random, 60));
      String key = SoundKey.of(text);
      assertThat(SoundKey.of(text)).isEqualTo(key);
      assertThat(SoundKey.ofHalfTyped(text)).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  private static String begins(String key) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      out.append(SoundKey.mayBeginAt(key, i) ? key.charAt(i) : '.');
    }
    return out.toString();
  }

  private static String key(String text) {
    return SoundKey.of(JapaneseText.normalise(text));
  }
}
