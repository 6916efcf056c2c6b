package madoguchi.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternSetTest {

  private static final List<String> PATTERNS =
      List.of(
          "いくら|何円",
          "いつまで|いつ",
          "(?<!ひ)なんじ",
          "^(いつ|何)円?$",
          "(ひ|な)ん?じ",
          "ひ?なん",
          "(ひな)?んじ",
          "ん*じ円",
          "な{0,2}じ",
          "な{2}じ",
          "(い(く|つ)|な(?!ん))ら?",
          "[いひ]ら",
          "[ひ]?まで",
          "((?<![なん])円|何)[くら]{0,2}(じ|ま)",
          "い+く",
          "(?:く|ら)+で",
          "ま??で",
          "な*+ん",
          "[^い]くら",
          "[い-く]ま",
          "\\Qい|く\\E",
          "\\x{306A}ん",
          ".円",
          "(?=いく).ら",
          "(?<=い)つ",
          "(?i)ABC",
          "いつ(?!ま)",
          "い(|く)ら",
          "(く[)|]|ら)ん",
          "\uD842\uDFB7?い",
          "$");

  private static final String LETTERS = "いくらつまで何円ひなんじ)|Aa\uD842\uDFB7";

  @Test
  void findsWhatEachPatternFindsByItself() {
    Random random = new Random(2026);
    PatternSet set = new PatternSet(PATTERNS);
    for (int i = 0; i < 100_000; i++) {
      String text = text(random);
      assertThat(set.foundIn(text)).as(text).isEqualTo(oneByOne(PATTERNS, text));
    }
  }

  @Test
  void whatMayNotBeInATextIsInNoPartOfIt() {
    Random random = new Random(2027);
    int none = 0;
    for (String pattern : PATTERNS) {
      PatternSet alone = new PatternSet(List.of(pattern));
      for (int i = 0; i < 3_000; i++) {
        String text = text(random);
        String part = text.substring(random.nextInt(text.length() + 1));
        boolean may = alone.mayBeIn(text);
        none += may ? 0 : 1;
        if (!may) {
          assertThat(alone.foundIn(text) | oneByOne(List.of(pattern), part)).as(text).isZero();
        }
      }
    }
    assertThat(none).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "いくら|何円, 'いくら!,何円!'",
    "(?<!ひ)なんじ, なんじ",
    "^(誰か)?助けて(くれ)?, '誰か,助けて'",
    "子ども?を, 子ど",
    "(私|(?<!を))殺して, '私殺して!,殺して'",
    "'(?:料|税)[がは]{0,2}高い', '料,税'",
    "[手足]首, '手首!,足首!'",
  })
  void knowsWithWhichLettersAMatchBegins(String pattern, String expected) {
    Beginnings found = Beginnings.of(pattern);
    assertThat(found.areKnown()).isTrue();
    assertThat(found.all())
        .extracting(one -> one.letters() + (one.isWhole() ? "!" : ""))
        .containsExactly(expected.split(","));
  }

  @ParameterizedTest
  @CsvSource({".円", "[^い]", "\\d円", "い|", "(?i)a", "(?<=い)つ", "い?", "(a(?i)b|c)", "[あ(]円"})
  void saysWhereAnythingMayBegin(String pattern) {
    assertThat(Beginnings.of(pattern).areKnown()).isFalse();
  }

  @Test
  void takesNoMoreThanItHasBitsForAndNothingThatIsNoPattern() {
    assertThatThrownBy(() -> new PatternSet(Collections.nCopies(65, "い")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PatternSet(List.of("(い")))
        .isInstanceOf(PatternSyntaxException.class);
    assertThat(new PatternSet(Collections.nCopies(64, "い")).foundIn("い")).isEqualTo(-1);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(8);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static long oneByOne(List<String> patterns, String text) {
    long found = 0;
    for (int i = 0; i < patterns.size(); i++) {
      found |= Pattern.compile(patterns.get(i)).matcher(text).find() ? 1L << i : 0;
    }
    return found;
  }
}
