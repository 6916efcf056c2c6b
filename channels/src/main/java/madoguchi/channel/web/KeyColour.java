package madoguchi.channel.web;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A town's own key colour with the darker steps for hovering and pressing, as {@code #rrggbb}.
 *
 * @param key legible under white text: a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3)
 */
record KeyColour(String key, String hover, String pressed) {

  private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final double LEAST_CONTRAST = 4.5;

  /** The colour with its steps; empty when it is malformed or white text on it would be faint. */
  static Optional<KeyColour> of(String setting) {
    String key = setting.strip();
    return FORM.matcher(key).matches() && contrastWithWhite(key) >= LEAST_CONTRAST
        ? Optional.of(new KeyColour(key, darker(key, 0.8), darker(key, 0.5)))
        : Optional.empty();
  }

  /** Contrast by WCAG's definition of relative luminance; 1 to 21. */
  static double contrastWithWhite(String key) {
    double luminance =
        0.2126 * linear(part(key, 1))
            + 0.7152 * linear(part(key, 3))
            + 0.0722 * linear(part(key, 5));
    return 1.05 / (luminance + 0.05);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static String darker(String key, double share) {
    return "#%02x%02x%02x"
        .formatted(
            Math.round(part(key, 1) * share),
            Math.round(part(key, 3) * share),
            Math.round(part(key, 5) * share));
  }

  private static int part(String key, int from) {
    return Integer.parseInt(key.substring(from, from + 2), 16);
  }
}
