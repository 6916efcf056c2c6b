package madoguchi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first view in a browser that was never here: nothing moves after it is painted. How long it
 * takes is printed, of as many openings as {@code -Dopenings=…} asks for, and not judged.
 */
class FirstPaintTest {

  private static final int OPENINGS = Integer.getInteger("openings", 1);

  private static final String WATCH =
      """
      () => new Promise(done => {
        let shifted = 0;
        const count = entries => entries.forEach(entry => shifted += entry.value);
        const observer = new PerformanceObserver(list => count(list.getEntries()));
        observer.observe({type: 'layout-shift', buffered: true});
        requestAnimationFrame(() => requestAnimationFrame(() => {
          count(observer.takeRecords());
          done([performance.getEntriesByName('first-contentful-paint')[0].startTime, shifted]);
        }));
      })
      """;

  @ParameterizedTest
  @CsvSource({"/,390,844", "/,1280,800", "/faq/demo,390,844"})
  void movesNothing(String path, int width, int height) {
    List<Double> paints = new ArrayList<>();
    List<Double> uses = new ArrayList<>();
    for (int i = 0; i < OPENINGS; i++) {
      try (ChatPage chat = ChatPage.open(path, options -> options.setViewportSize(width, height))) {
        Page page = chat.page();
        ChatPage.see(path.equals("/") ? chat.input() : page.locator(".categories a").first());
        uses.add(((Number) page.evaluate("() => performance.now()")).doubleValue());
        List<?> seen = (List<?>) page.evaluate(WATCH);
        paints.add(((Number) seen.getFirst()).doubleValue());
        assertThat(((Number) seen.getLast()).doubleValue()).isZero();
      }
    }
    System.out.printf(
        "%s at %d × %d, %d openings: first contentful paint %.0f ms, ready %.0f ms (medians)%n",
        path, width, height, OPENINGS, median(paints), median(uses));
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}
