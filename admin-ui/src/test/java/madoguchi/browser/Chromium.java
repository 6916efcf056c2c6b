package madoguchi.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's chromium, one for all tests; those run one after the other. */
final class Chromium {

  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

  private static final Browser ONLY =
      PLAYWRIGHT
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--no-first-run",
                          // Half of the processes otherwise, each a quarter of a second of a core.
                          "--process-per-site",
                          "--disable-site-isolation-trials")));

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
  }

  private Chromium() {}

  static Browser running() {
    return ONLY;
  }
}
