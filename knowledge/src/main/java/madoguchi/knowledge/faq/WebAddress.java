package madoguchi.knowledge.faq;

import java.net.URI;
import java.net.URISyntaxException;

/** The one rule for links that a resident may be sent to. */
public final class WebAddress {

  /** LINE refuses a link that is longer. */
  private static final int LONGEST = 1_000;

  private WebAddress() {}

  /** Whether it is a complete address of a page: http or https, with a host, 1,000 characters. */
  public static boolean isValid(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
