package madoguchi.bot.answer;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import madoguchi.knowledge.index.Aspects;

/**
 * Names choices by what tells them apart, and that first, since LINE shows no more than the first
 * twenty letters: 「費用：…」 where only one is about the cost, and without the beginning that two have
 * in common.
 */
final class ChoiceLabels {

  /** So many letters must suffice, a number before them included. */
  private static final int SHOWN = 16;

  private static final Pattern END = Pattern.compile("[。．.？?！!\\s]+$");

  private final Pattern politeness;
  private final String joint;

  /**
   * With the words of the resident's language.
   *
   * @param politeness what a question ends with and says nothing, a regular expression
   * @param joint what stands between an aspect and the rest
   */
  ChoiceLabels(String politeness, String joint) {
    this.politeness = Pattern.compile("(?:" + politeness + ")$");
    this.joint = joint;
  }

  /** A label for each of these questions, in their order. */
  List<String> of(List<String> questions) {
    List<Set<String>> aspects = questions.stream().map(q -> Aspects.of(q).names()).toList();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Set<String> own = new LinkedHashSet<>(aspects.get(i));
      for (int other = 0; other < questions.size(); other++) {
        if (other != i) {
          own.removeAll(aspects.get(other));
        }
      }
      String plain = plain(questions.get(i));
      boolean helps = questions.size() > 1 && !own.isEmpty();
      labels.add(helps ? own.iterator().next() + joint + plain : plain);
    }
    return apart(labels);
  }

  private String plain(String question) {
    String whole = END.matcher(question.strip()).replaceAll("");
    String short_ = END.matcher(politeness.matcher(whole).replaceAll("")).replaceAll("");
    return short_.length() < 2 ? whole : short_;
  }

  /** What begins alike as far as it is shown loses its beginning. */
  private static List<String> apart(List<String> labels) {
    List<String> apart = new ArrayList<>();
    for (String label : labels) {
      int common = 0;
      for (String other : labels) {
        if (!other.equals(label) && shown(other).equals(shown(label))) {
          common = Math.max(common, commonLength(label, other));
        }
      }
      apart.add(common == 0 ? label : '…' + label.substring(boundary(label, common)));
    }
    return apart;
  }

  private static String shown(String label) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.JAPANESE);
    letters.setText(label);
    int end = letters.next(SHOWN);
    return end == BreakIterator.DONE ? label : label.substring(0, end);
  }

  private static int commonLength(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  /** The last place before, where a word of another script begins. */
  private static int boundary(String label, int at) {
    int from = Math.min(at, label.length() - 1);
    while (from > 0 && at - from < 6 && sameScript(label.charAt(from - 1), label.charAt(from))) {
      from--;
    }
    return from;
  }

  private static boolean sameScript(char a, char b) {
    return Character.UnicodeScript.of(a) == Character.UnicodeScript.of(b);
  }
}
