package madoguchi.channel.line;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as LINE takes them in actions: at most 1,000 characters, in ASCII. */
final class Uris {

  private static final int LONGEST = 1_000;

  /** Ends before what is no part of an address in running Japanese text. */
  private static final Pattern IN_TEXT =
      Pattern.compile("https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'*+,;=%]+");

  private Uris() {}

  static Optional<URI> page(String text) {
    try {
      URI uri = URI.create(URI.create(text.strip()).toASCIIString());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean usable =
          (scheme.equals("http") || scheme.equals("https"))
              && uri.getHost() != null
              && uri.toString().length() <= LONGEST;
      return usable ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** The pages that a text names, in order, each once. */
  static List<URI> pagesIn(String text) {
    return IN_TEXT
        .matcher(text)
        .results()
        .map(found -> found.group().replaceFirst("[.,;:!?]+$", ""))
        .flatMap(found -> page(found).stream())
        .distinct()
        .toList();
  }

  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
