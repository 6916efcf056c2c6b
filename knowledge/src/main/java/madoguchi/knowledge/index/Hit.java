package madoguchi.knowledge.index;

import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;

/**
 * An entry that may answer the question.
 *
 * @param entry what was found
 * @param score higher is better; comparable within one question only
 * @param confidence how likely it is that this entry answers the question, 0 to 1; comparable
 *     between questions
 * @param why what each signal gave, for the staff's pages; never shown to residents
 */
public record Hit(FaqEntry entry, double score, double confidence, List<Signal> why) {

  public Hit {
    why = List.copyOf(why);
  }

  /**
   * One reason.
   *
   * @param name in Japanese, such as 質問文との一致
   * @param value what it measured
   * @param contribution what it added to the score
   */
  public record Signal(String name, double value, double contribution) {

    /** For the staff: the name with its numbers, or alone when it only says something. */
    public String written() {
      if (value == 0 && contribution == 0) {
        return name;
      }
      StringBuilder out = new StringBuilder(name).append(' ');
      TwoDecimals.write(value, out);
      TwoDecimals.write(contribution, out.append("（+"));
      return out.append('）').toString();
    }
  }
}
