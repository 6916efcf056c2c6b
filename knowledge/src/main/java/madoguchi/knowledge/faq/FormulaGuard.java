package madoguchi.knowledge.faq;

import java.util.regex.Pattern;

/**
 * Keeps Excel from taking a text for a formula.
 *
 * <p>A CSV cell that begins with = + - @ or a tab is run as a formula when the file is opened, and
 * what it does may have been chosen by a stranger whose question became an entry. Such a cell is
 * written with an apostrophe before it, which Excel shows and does not run; reading takes exactly
 * that apostrophe away again. A text that itself begins with apostrophes and one of these signs
 * gets one more, so that every text comes back as it was. The full-width signs count too: a
 * Japanese Excel takes them for the half-width ones.
 */
final class FormulaGuard {

  private static final Pattern RISKY = Pattern.compile("'*[=+\\-@\t\r\n＝＋－＠]");
  private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\t\r\n＝＋－＠]");

  private FormulaGuard() {}

  /** For a CSV cell, which has no type. */
  static String guard(String text) {
    return RISKY.matcher(text).lookingAt() ? "'" + text : text;
  }

  /** For an Excel cell that is marked as text: only what reading would take away is doubled. */
  static String guardTyped(String text) {
    return GUARDED.matcher(text).lookingAt() ? "'" + text : text;
  }

  static String unguard(String text) {
    return GUARDED.matcher(text).lookingAt() ? text.substring(1) : text;
  }
}
