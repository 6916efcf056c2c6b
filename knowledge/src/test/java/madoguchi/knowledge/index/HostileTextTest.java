package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.knowledge.benchmark.JudgedQuestions;
import madoguchi.knowledge.completion.Completions;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import madoguchi.knowledge.text.Synonyms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is typed is answered, in a time that stands in proportion to a plain question's. More
 * rounds of random text: {@code -Dfuzz=20000}; the same again: {@code -Dfuzz.seed=…}.
 */
class HostileTextTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final int LENGTH = 1_000;

  /** A hostile text may take so many times as long as plain ones of its length. */
  private static final int TIMES = 12;

  private static final int ROUNDS = 5;

  private static final List<String> QUESTIONS = JudgedQuestions.all();

  private static KnowledgeIndex index;
  private static Completions completions;
  private static String plain;

  @BeforeAll
  static void build() {
    List<FaqEntry> entries = TownFile.demo().fill(BasePack.load()).entries();
    index =
        KnowledgeIndex.of(
            Ingredients.of(entries)
                .with(Learning.vectors(entries.subList(0, 150), Synonyms.municipal())));
    completions = Completions.of(entries);
    plain = String.join("、", QUESTIONS).substring(0, LENGTH);
    QUESTIONS.forEach(question -> index.search(question, TODAY, 10));
  }

  static Stream<Arguments> hostile() {
    String rare =
        IntStream.range(0, LENGTH)
            .mapToObj(i -> Character.toString(0x3400 + i * 6))
            .collect(Collectors.joining());
    return Stream.of(
        Arguments.of("1,000 々", "々".repeat(LENGTH)),
        Arguments.of("々 after kanji", "時々々".repeat(LENGTH / 3)),
        Arguments.of("iteration marks of kana", "いゞヽヾ".repeat(LENGTH / 4)),
        Arguments.of("zero-width joiners", "ご\u200dみ\u200b\u2060".repeat(LENGTH / 5)),
        Arguments.of("lone high surrogates", "\ud842".repeat(LENGTH)),
        Arguments.of("lone low surrogates", "\udfb7\ud842".repeat(LENGTH / 2)),
        Arguments.of("one kanji", "税".repeat(LENGTH)),
        Arguments.of("one kanji of few words", "龘".repeat(LENGTH)),
        Arguments.of("1,000 rare kanji", rare),
        Arguments.of("combining marks", "か" + "\u3099".repeat(LENGTH - 1)),
        Arguments.of("stacked accents", "e" + "\u0301\u0327".repeat(LENGTH / 2)),
        Arguments.of("control characters", "\u0000\u0007\u001b\u0085".repeat(LENGTH / 4)),
        Arguments.of("directions", "\u202e\u2066ごみ\u2069".repeat(LENGTH / 5)),
        Arguments.of("prolonged marks", "ゴー" + "ー".repeat(LENGTH - 2)),
        Arguments.of("wide letters", "ＡＢＣ㌔㍻ﷺ".repeat(LENGTH / 6)),
        Arguments.of("digits", "1".repeat(LENGTH)),
        Arguments.of("no break", "すもももももももものうち".repeat(LENGTH / 12)),
        Arguments.of("every common word", "市役所手続き申請届出税金住民票保険年金手当ごみ子ども".repeat(LENGTH / 26)),
        Arguments.of("marks only", "？！。、「」・…〜".repeat(LENGTH / 9)),
        Arguments.of("far too long", "引っ越しと税金とごみ。".repeat(50_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void isAnsweredInBoundedTime(String name, String text) {
    long ofPlain = quickest(plain);
    assertThat(quickest(text))
        .as("against %d ns of a plain text", ofPlain)
        .isLessThan(ofPlain * TIMES);
    assertThat(completions.complete(text, TODAY, 8)).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void takesRandomJapanese() {
    long seed = Long.getLong("fuzz.seed", new Random().nextLong());
    int rounds = Integer.getInteger("fuzz", 500);
    System.out.println("-Dfuzz.seed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < rounds; i++) {
      String text = japanese(random);
      List<Hit> hits = index.search(text, TODAY, 5);
      assertThat(hits).as("-Dfuzz.seed=%d, text %d: %s", seed, i, text).hasSizeLessThanOrEqualTo(5);
      for (Hit hit : hits) {
        assertThat(hit.confidence())
            .as("-Dfuzz.seed=%d, text %d: %s", seed, i, text)
            .isBetween(0.0, 1.0);
        assertThat(hit.score()).isFinite();
      }
      assertThat(index.search(text, TODAY, 5)).as("asked again").isEqualTo(hits);
    }
  }

  private static long quickest(String text) {
    long quickest = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long begun = System.nanoTime();
      index.search(text, TODAY, 10);
      quickest = Math.min(quickest, System.nanoTime() - begun);
    }
    return quickest;
  }

  /** Pieces of real questions, cut anywhere and mixed with letters of any kind. */
  private static String japanese(Random random) {
    List<String> pieces = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(6)) {
        case 0 -> pieces.add(letters(random, 0x3041, 0x3096));
        case 1 -> pieces.add(letters(random, 0x30A1, 0x30FE));
        case 2 -> pieces.add(letters(random, 0x4E00, 0x9FFF));
        case 3 -> pieces.add(letters(random, 0, 0xFFFF));
        default -> {
          String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
          int from = random.nextInt(question.length());
          pieces.add(question.substring(from, from + random.nextInt(question.length() - from + 1)));
        }
      }
    }
    return String.join("", pieces);
  }

  private static String letters(Random random, int from, int to) {
    StringBuilder letters = new StringBuilder();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      letters.append((char) (from + random.nextInt(to - from + 1)));
    }
    return letters.toString();
  }
}
