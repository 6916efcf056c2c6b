package madoguchi.knowledge.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Several patterns that are looked for in one text. A text is first looked through once for the
 * letters with which their matches begin, see {@link Beginnings}; so hardly any pattern is tried
 * that is not found.
 */
public final class PatternSet {

  private static final int SLOTS = 1 << 9;

  private final Pattern[] patterns;

  /** By their first letter. */
  private final Beginning[][] beginnings = new Beginning[SLOTS][0];

  /** Patterns whose matches may begin with anything, one bit each. */
  private long anywhere;

  private record Beginning(String letters, boolean isWhole, int pattern) {}

  /**
   * Of at most 64.
   *
   * @throws java.util.regex.PatternSyntaxException when one is no pattern
   */
  public PatternSet(List<String> patterns) {
    if (patterns.size() > Long.SIZE) {
      throw new IllegalArgumentException("illegal patterns: " + patterns.size() + " are over 64");
    }
    this.patterns = patterns.stream().map(Pattern::compile).toArray(Pattern[]::new);
    for (int i = 0; i < this.patterns.length; i++) {
      Beginnings of = Beginnings.of(patterns.get(i));
      for (Beginnings.One one : of.all()) {
        add(new Beginning(one.letters(), one.isWhole(), i));
      }
      anywhere |= of.areKnown() ? 0 : 1L << i;
    }
  }

  private void add(Beginning one) {
    int slot = slot(one.letters.charAt(0));
    List<Beginning> here = new ArrayList<>(Arrays.asList(beginnings[slot]));
    here.add(one);
    beginnings[slot] = here.toArray(Beginning[]::new);
  }

  private static int slot(char letter) {
    return letter & (SLOTS - 1);
  }

  /** Those that are found in a text, one bit each, the first one the lowest. */
  public long foundIn(String text) {
    long found = 0;
    long likely = anywhere;
    for (int at = 0; at < text.length(); at++) {
      for (Beginning one : beginnings[slot(text.charAt(at))]) {
        long bit = 1L << one.pattern;
        if (((one.isWhole ? found : found | likely) & bit) == 0
            && text.startsWith(one.letters, at)) {
          found |= one.isWhole ? bit : 0;
          likely |= bit;
        }
      }
    }
    for (long left = likely & ~found; left != 0; left &= left - 1) {
      int pattern = Long.numberOfTrailingZeros(left);
      found |= patterns[pattern].matcher(text).find() ? 1L << pattern : 0;
    }
    return found;
  }

  /** Whether any of them may be found in a text or in a part of it; {@code false} is certain. */
  public boolean mayBeIn(String text) {
    if (anywhere != 0) {
      return true;
    }
    for (int at = 0; at < text.length(); at++) {
      for (Beginning one : beginnings[slot(text.charAt(at))]) {
        if (text.startsWith(one.letters, at)) {
          return true;
        }
      }
    }
    return false;
  }
}
