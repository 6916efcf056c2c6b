package madoguchi.knowledge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The letters of which some stand where a match of a pattern begins. Known for patterns that begin
 * with letters, groups of them, or sets of letters written out; whatever only looks round is passed
 * over.
 *
 * @param areKnown whether each match begins with one of these
 */
record Beginnings(List<One> all, boolean areKnown) {

  private static final String SIGNS = "\\[](){}?*+.^$|";
  private static final String TIMES = "?*+{";
  private static final Pattern FLAGS = Pattern.compile("\\(\\?[a-zA-Z-]");

  /**
   * One of them.
   *
   * @param isWhole whether the pattern is found wherever these letters stand
   */
  record One(String letters, boolean isWhole) {}

  static Beginnings of(String pattern) {
    List<One> all = new ArrayList<>();
    boolean isPlain = !pattern.contains("\\Q") && !FLAGS.matcher(pattern).find();
    boolean known = isPlain && addAny(pattern, true, all);
    return new Beginnings(List.copyOf(all), known);
  }

  /** Adds those of all alternatives; whether all are known. */
  private static boolean addAny(String pattern, boolean exact, List<One> all) {
    boolean known = true;
    for (String one : alternatives(pattern)) {
      known &= add(one, exact, all);
    }
    return known;
  }

  private static boolean add(String one, boolean exact, List<One> all) {
    if (one.startsWith("^")) {
      return add(one.substring(1), false, all);
    }
    if (one.startsWith("(?<!") || one.startsWith("(?!") || one.startsWith("(?=")) {
      return add(one.substring(end(one) + 1), false, all);
    }
    if (one.startsWith("(?:") || (one.startsWith("(") && !one.startsWith("(?"))) {
      String group = one.substring(one.startsWith("(?:") ? 3 : 1, end(one));
      return addRepeated(alternatives(group), one.substring(end(one) + 1), exact, all);
    }
    if (one.startsWith("[")) {
      String set = one.substring(1, end(one));
      return !set.isEmpty()
          && set.chars().noneMatch(c -> c == '-' || c == '&' || isSign((char) c))
          && addRepeated(List.of(set.split("")), one.substring(end(one) + 1), exact, all);
    }
    int letters = letters(one);
    if (letters == 0) {
      return one.length() > 1
          && !isSign(one.charAt(0))
          && addRepeated(List.of(one.substring(0, 1)), one.substring(1), exact, all);
    }
    all.add(new One(one.substring(0, letters), exact && letters == one.length()));
    return true;
  }

  /** Of what stands in front as often as the rest begins by saying. */
  private static boolean addRepeated(
      List<String> front, String rest, boolean exact, List<One> all) {
    boolean known = true;
    boolean repeats = !rest.isEmpty() && TIMES.indexOf(rest.charAt(0)) >= 0;
    for (String one : front) {
      known &= repeats ? addAny(one, false, all) : add(one + rest, exact, all);
    }
    if (!repeats || rest.charAt(0) == '+' || (rest.charAt(0) == '{' && rest.charAt(1) != '0')) {
      return known;
    }
    int times = rest.startsWith("{") ? rest.indexOf('}') : 0;
    String after = rest.substring(times + 1);
    boolean isGreedy = after.isEmpty() || "?+".indexOf(after.charAt(0)) < 0;
    return isGreedy && known && add(after, false, all);
  }

  /** How many letters it begins with that stand there once. */
  private static int letters(String one) {
    int letters = 0;
    while (letters < one.length() && !isSign(one.charAt(letters))) {
      letters++;
    }
    boolean repeats = letters < one.length() && TIMES.indexOf(one.charAt(letters)) >= 0;
    return repeats ? Math.max(0, letters - 1) : letters;
  }

  private static boolean isSign(char c) {
    return SIGNS.indexOf(c) >= 0 || Character.isSurrogate(c);
  }

  private static List<String> alternatives(String pattern) {
    List<String> alternatives = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < pattern.length(); at = next(pattern, at)) {
      if (pattern.charAt(at) == '|') {
        alternatives.add(pattern.substring(from, at));
        from = at + 1;
      }
    }
    alternatives.add(pattern.substring(from));
    return alternatives;
  }

  /** Where the group or set ends that begins the pattern. */
  private static int end(String pattern) {
    return next(pattern, 0) - 1;
  }

  /** What comes after one sign, group or set. */
  private static int next(String pattern, int at) {
    return switch (pattern.charAt(at)) {
      case '\\' -> at + 2;
      case '(' -> {
        int inside = at + 1;
        while (pattern.charAt(inside) != ')') {
          inside = next(pattern, inside);
        }
        yield inside + 1;
      }
      case '[' -> {
        int inside = at + 2;
        while (pattern.charAt(inside) != ']') {
          inside = pattern.charAt(inside) == '(' ? inside + 1 : next(pattern, inside);
        }
        yield inside + 1;
      }
      default -> at + 1;
    };
  }
}
