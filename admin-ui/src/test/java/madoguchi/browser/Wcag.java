package madoguchi.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import java.util.List;

/** What a machine can check of WCAG 2.2, levels A and AA. */
final class Wcag {

  private static final List<String> LEVELS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Wcag() {}

  /**
   * In the page itself: the other mode gathers the results of frames in an empty page that it opens
   * for each check, which costs more than the check. No page looked at has a frame.
   */
  static AxeResults check(Page page) {
    if (page.frames().size() > 1) {
      throw new IllegalArgumentException("a page with frames: " + page.url());
    }
    return new AxeBuilder(page).withTags(LEVELS).setLegacyMode(true).analyze();
  }
}
