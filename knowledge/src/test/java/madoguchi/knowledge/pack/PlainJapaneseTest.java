package madoguchi.knowledge.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import madoguchi.knowledge.faq.FaqEntry;
import org.junit.jupiter.api.Test;

/**
 * Whether the pack reads plainly, by what can be counted. The bounds follow the guideline for plain
 * Japanese of the Agency for Cultural Affairs and the Immigration Services Agency (2020): short
 * sentences, です・ます, few chains of kanji.
 */
class PlainJapaneseTest {

  private static final BasePack PACK = BasePack.load();
  private static final List<FaqEntry> ENTRIES = TownFile.demo().fill(PACK).entries();

  private static final Pattern KANJI = Pattern.compile("\\p{IsHan}");
  private static final Pattern POLITE =
      Pattern.compile(
          ".*(です|ます|ません|でした|ました|ください|ましょう|でしょう|ですか|ますか|ましたね|どうぞ|^はい)(（[^）]*）|」)?[。！？]?$");

  /** Sentences of the running text; lines of a list are not sentences. */
  private static Stream<String> sentences(FaqEntry entry) {
    return entry
        .answer()
        .lines()
        .filter(line -> !line.startsWith("・") && !line.isBlank())
        .flatMap(line -> Stream.of(line.split("(?<=。)")))
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty());
  }

  private static List<String> faults(Function<FaqEntry, Stream<String>> check) {
    return ENTRIES.stream()
        .flatMap(entry -> check.apply(entry).map(fault -> entry.id() + ": " + fault))
        .toList();
  }

  @Test
  void keepsSentencesShort() {
    assertThat(faults(entry -> sentences(entry).filter(sentence -> sentence.length() > 90)))
        .isEmpty();
  }

  @Test
  void keepsSentencesShortOnTheWhole() {
    double mean =
        ENTRIES.stream()
            .flatMap(PlainJapaneseTest::sentences)
            .mapToInt(String::length)
            .average()
            .orElseThrow();

    assertThat(mean).isLessThan(45);
  }

  @Test
  void isPolite() {
    assertThat(
            faults(
                entry ->
                    sentences(entry)
                        .filter(sentence -> sentence.endsWith("。"))
                        .filter(sentence -> !POLITE.matcher(sentence).matches())))
        .isEmpty();
  }

  /** Of the pack's own words: the names of a town's offices are what they are. */
  @Test
  void isNoWallOfKanji() {
    assertThat(
            PACK.entries().stream()
                .filter(entry -> share(entry) > 0.5)
                .map(entry -> String.format("%s: %.2f kanji", entry.id(), share(entry))))
        .isEmpty();
    assertThat(PACK.entries().stream().mapToDouble(e -> share(e)).average().orElseThrow())
        .isLessThan(0.4);
  }

  private static double share(PackEntry entry) {
    String visible =
        PackEntry.PLACEHOLDER.matcher(entry.answer()).replaceAll("").replaceAll("\\s", "");
    return KANJI.matcher(visible).results().count() / (double) visible.length();
  }
}
