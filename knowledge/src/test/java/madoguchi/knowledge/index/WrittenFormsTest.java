package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import madoguchi.knowledge.text.TextAnalysis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a word with one kana wrong is looked for: nothing is missed, and little is looked at. */
class WrittenFormsTest {

  private static final String KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんー";
  private static final int LEAST = 5;

  private static List<WrittenForms.Form> longer = List.of();
  private static WrittenForms forms = forms(List.of());

  private static WrittenForms forms(List<AnalysedEntry> entries) {
    ReadTexts texts = new ReadTexts(new TextAnalysis(), null);
    return new WrittenForms(entries, new Vocabulary(entries, Set.of()), texts, 0.9);
  }

  @BeforeAll
  static void readsTheTown() {
    TextAnalysis analysis = new TextAnalysis();
    List<AnalysedEntry> entries = AnalysedEntry.all(JudgedTown.bare(), analysis);
    forms = forms(entries);
    longer =
        new Vocabulary(entries, Set.of())
            .terms().stream()
                .sorted()
                .flatMap(term -> forms.readingAs(analysis.reading(term)).stream())
                .filter(form -> form.reading().length() >= LEAST)
                .toList();
  }

  private static String withOneKanaWrong(String reading, Random random) {
    StringBuilder typed = new StringBuilder(reading);
    int at = random.nextInt(reading.length());
    char kana = KANA.charAt(random.nextInt(KANA.length()));
    switch (random.nextInt(3)) {
      case 0 -> typed.insert(at, kana);
      case 1 -> typed.deleteCharAt(at);
      default -> typed.setCharAt(at, kana);
    }
    return typed.toString();
  }

  @Test
  void missesNoWordThatIsOneKanaApart() {
    Random random = new Random(11);
    int seen = 0;
    for (WrittenForms.Form form : longer) {
      String typed = withOneKanaWrong(form.reading(), random);
      if (typed.length() >= LEAST && KanaRepair.isOneApart(typed, form.reading())) {
        assertThat(forms.halfLike(typed)).as(typed).contains(form);
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(300);
  }

  /** So a run of kana need not be looked up where no word begins. */
  @Test
  void whateverSoundsLikeAFormBeginsAsOne() {
    Random random = new Random(12);
    int alike = 0;
    for (WrittenForms.Form form : longer) {
      for (String typed : List.of(form.reading(), withOneKanaWrong(form.reading(), random))) {
        if (typed.length() >= LEAST && !forms.soundingLike(typed).isEmpty()) {
          assertThat(forms.mayBegin(typed.substring(0, LEAST))).as(typed).isTrue();
          alike += typed.equals(form.reading()) ? 0 : 1;
        }
      }
    }
    assertThat(alike).as("another spelling of the same sound").isPositive();
  }

  @Test
  void looksAtFewOfTheMany() {
    Random random = new Random(12);
    List<Integer> looked = new ArrayList<>();
    for (WrittenForms.Form form : longer) {
      String typed = withOneKanaWrong(form.reading(), random);
      if (typed.length() >= LEAST) {
        looked.add(forms.halfLike(typed).size());
      }
    }
    double mean = looked.stream().mapToInt(Integer::intValue).average().orElseThrow();
    assertThat(mean).isLessThan(0.04 * forms.sounds());
    assertThat(looked).allMatch(count -> count < 0.2 * forms.sounds());
  }
}
