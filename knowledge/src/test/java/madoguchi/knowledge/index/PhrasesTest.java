package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import madoguchi.knowledge.benchmark.JudgedQuestions;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.WordLines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {

  @ParameterizedTest
  @CsvSource({"NEGATION, negations.txt", "DAY, days.txt"})
  void areInATextWhereThePatternsOfTheFileAre(Phrases phrases, String file) {
    List<String> lines = WordLines.of("/madoguchi/text/" + file);
    Pattern any = Pattern.compile(String.join("|", lines));
    List<String> pieces =
        lines.stream()
            .flatMap(line -> Stream.of(line.split("[|()\\[\\]?:!<{},*+$^]+")))
            .filter(piece -> !piece.isEmpty())
            .toList();
    List<String> texts = new ArrayList<>(JudgedQuestions.all());
    Random random = new Random(2026);
    for (int i = 0; i < 30_000; i++) {
      String asked = texts.get(random.nextInt(500));
      int cut = random.nextInt(asked.length() + 1);
      texts.add(
          asked.substring(0, cut)
              + pieces.get(random.nextInt(pieces.size()))
              + (random.nextBoolean() ? asked.substring(cut) : ""));
    }
    for (String text : texts) {
      assertThat(phrases.areIn(text))
          .as(text)
          .isEqualTo(any.matcher(JapaneseText.normalise(text)).find());
    }
  }
}
