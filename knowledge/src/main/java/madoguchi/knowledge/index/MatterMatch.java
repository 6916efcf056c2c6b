package madoguchi.knowledge.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import madoguchi.knowledge.text.Token;

/**
 * Whether the entry is about what the question names, when it only names it: the share of the
 * entry's question that is that name, each word by how rare it is, and 1 more when the question or
 * a wording of the entry only names it too. 特別児童扶養手当 is not 児童扶養手当. 0 for all questions that ask
 * something.
 */
final class MatterMatch implements Signal {

  /** From here on the name is a wording of the entry. */
  static final double NAMED = 1;

  private static final double MOST_SHARE = 0.99;
  private static final int MOST_ENTRIES = 20_000;

  /** Where words that stand side by side belong to two names; a dot within katakana is none. */
  private static final Pattern BREAK =
      Pattern.compile("[\\p{P}\\p{S}\\s&&[^・ー]]+|(?<![ァ-ヺー])・|・(?![ァ-ヺー])");

  /** A shorter wording in kana may be several words. */
  private static final Pattern KANA = Pattern.compile("[ぁ-ゖー]{5,}");

  private final Vocabulary vocabulary;

  /** Each entry's question between its breaks. */
  private final List<List<List<Token>>> questions;

  /** By what a question or wording names. */
  private final Map<List<String>, Set<Integer>> named = new HashMap<>();

  /** By a wording that is nothing but kana. */
  private final Map<String, Set<Integer>> spoken = new HashMap<>();

  MatterMatch(
      List<AnalysedEntry> entries, Vocabulary vocabulary, QuestionReader reader, ReadTexts texts) {
    this.vocabulary = vocabulary;
    boolean few = entries.size() <= MOST_ENTRIES;
    questions =
        few
            ? entries.stream().map(entry -> parts(entry.entry().question(), texts)).toList()
            : List.of();
    for (int number = 0; number < questions.size(); number++) {
      add(texts.matter(entries.get(number).entry().question()), number);
      for (String wording : entries.get(number).entry().phrasings()) {
        add(texts.matter(wording), number);
        add(texts.matter(texts.repaired(wording, reader::repaired)), number);
        if (KANA.matcher(wording).matches()) {
          spoken.computeIfAbsent(wording, kana -> new HashSet<>(2)).add(number);
        }
      }
    }
  }

  private static List<List<Token>> parts(String question, ReadTexts texts) {
    return BREAK.splitAsStream(question).map(texts::words).filter(part -> !part.isEmpty()).toList();
  }

  private void add(Matter matter, int entry) {
    if (!matter.isNone()) {
      named.computeIfAbsent(matter.words(), words -> new HashSet<>(2)).add(entry);
    }
  }

  @Override
  public String key() {
    return "matter";
  }

  @Override
  public String japanese() {
    return "名指された事柄との一致";
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    Matter matter = asked.question().matter();
    if (matter.isNone() || questions.isEmpty()) {
      return entry -> 0;
    }
    Set<Integer> naming = new HashSet<>(named.getOrDefault(matter.words(), Set.of()));
    naming.addAll(spoken.getOrDefault(matter.reading(), Set.of()));
    return entry -> {
      List<List<Token>> question = questions.get(entry);
      double share =
          question.stream().anyMatch(matter::isIn)
              ? Math.min(MOST_SHARE, matter.shareOf(question, vocabulary))
              : 0;
      return share + (naming.contains(entry) ? NAMED : 0);
    };
  }
}
