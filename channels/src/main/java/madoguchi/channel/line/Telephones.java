package madoguchi.channel.line;

import java.net.URI;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers as they are printed, and what a telephone calls for them. */
final class Telephones {

  private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d\\-() ]{1,18}\\d");

  private Telephones() {}

  /** Empty when there is no number in it. */
  static Optional<URI> call(String printed) {
    Matcher number = NUMBER.matcher(Normalizer.normalize(printed, Normalizer.Form.NFKC));
    return number.find()
        ? Optional.of(URI.create("tel:" + number.group().replaceAll("[^+\\d]", "")))
        : Optional.empty();
  }
}
