package madoguchi.knowledge.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.WordLines;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a run of kana into the town's words and the scaffolding between them, in as few pieces as
 * can be: ごみいつ is ごみ and いつ, ほいくえんにいれたい is 保育園, に and 入れたい. Where something is left over, only long
 * words are believed.
 */
final class KanaPieces {

  private static final Pattern HIRAGANA = Pattern.compile("[ぁ-ゖー]{2,}");
  private static final Set<String> SCAFFOLDING = scaffolding();

  private static final int LONGEST = 16;
  private static final int LONGEST_UNLESS_BEGUN = 8;
  private static final int LEAST_OF_WORD = 3;

  /** A word of so few kana is looked for in any case, a longer one where one may begin. */
  static final int LONGEST_UNASKED = 4;

  private static final int LEAST_BESIDE_UNKNOWN = 4;

  private static final int COST_OF_SCAFFOLDING = 8;
  private static final int COST_OF_WORD = 10;
  private static final int COST_OF_HIRAGANA = 12;
  private static final int COST_OF_UNKNOWN = 30;

  private final UnaryOperator<String> words;
  private final Predicate<String> mayBegin;
  private final Vocabulary vocabulary;

  /**
   * With what is known.
   *
   * @param words how the town writes the word of a sound, or an empty text
   * @param mayBegin whether a word of five kana or more may begin with these
   */
  KanaPieces(UnaryOperator<String> words, Predicate<String> mayBegin, Vocabulary vocabulary) {
    this.words = words;
    this.mayBegin = mayBegin;
    this.vocabulary = vocabulary;
  }

  private record Piece(int cost, int from, String written, boolean isWord) {}

  private static Set<String> scaffolding() {
    Set<String> all = new HashSet<>();
    for (String file : List.of("kana-scaffolding", "particles", "scaffolding")) {
      WordLines.of("/madoguchi/text/" + file + ".txt").stream()
          .map(JapaneseText::hiragana)
          .filter(word -> HIRAGANA.matcher(word).matches() || word.length() == 1)
          .forEach(all::add);
    }
    return Set.copyOf(all);
  }

  /** Whether it says nothing by itself, such as したいです. */
  boolean isScaffolding(String kana) {
    return SCAFFOLDING.contains(JapaneseText.hiragana(kana));
  }

  /**
   * The run in the town's writing.
   *
   * @param ending whether it ends a word that was written with kanji
   */
  String of(String run, boolean ending) {
    Piece[] best = cheapest(run);
    boolean covered = true;
    for (int to = run.length(); to > 0; to = best[to].from) {
      covered &= best[to].cost - best[best[to].from].cost < COST_OF_UNKNOWN;
    }
    StringBuilder out = new StringBuilder();
    for (int to = run.length(); to > 0; to = best[to].from) {
      Piece piece = best[to];
      boolean believed =
          piece.isWord && (covered && !ending || to - piece.from >= LEAST_BESIDE_UNKNOWN);
      out.insert(0, believed ? ' ' + piece.written + ' ' : run.substring(piece.from, to));
    }
    return out.toString();
  }

  /** Whether the run is one longer word of the town with nothing but scaffolding behind it. */
  boolean isWordInFrame(String run) {
    Piece[] best = cheapest(run);
    int to = run.length();
    while (to > 0
        && !best[to].isWord
        && best[to].cost - best[best[to].from].cost == COST_OF_SCAFFOLDING) {
      to = best[to].from;
    }
    return to >= LEAST_BESIDE_UNKNOWN
        && best[to].isWord
        && best[to].from == 0
        && !run.startsWith(best[to].written);
  }

  private Piece[] cheapest(String run) {
    String plain = JapaneseText.hiragana(run);
    Piece[] best = new Piece[run.length() + 1];
    best[0] = new Piece(0, 0, "", false);
    for (int from = 0; from < run.length(); from++) {
      Piece unknown = new Piece(best[from].cost + COST_OF_UNKNOWN, from, "", false);
      best[from + 1] = cheaper(best[from + 1], unknown);
      boolean begun = mayBegin.test(run.substring(from));
      int longest = begun ? LONGEST : LONGEST_UNLESS_BEGUN;
      int longestWord = begun ? LONGEST : LONGEST_UNASKED;
      for (int to = from + 1; to <= Math.min(run.length(), from + longest); to++) {
        String kana = run.substring(from, to);
        Piece piece =
            SCAFFOLDING.contains(plain.substring(from, to))
                ? new Piece(best[from].cost + COST_OF_SCAFFOLDING, from, kana, false)
                : word(kana, from, best[from].cost, kana.length() <= longestWord);
        best[to] = piece == null ? best[to] : cheaper(best[to], piece);
      }
    }
    return best;
  }

  private static Piece cheaper(@Nullable Piece one, Piece other) {
    return one == null || other.cost < one.cost ? other : one;
  }

  private @Nullable Piece word(String kana, int from, int before, boolean mayBeWritten) {
    String word = mayBeWritten && kana.length() >= LEAST_OF_WORD ? words.apply(kana) : "";
    if (!word.isEmpty()) {
      return new Piece(before + COST_OF_WORD, from, word, true);
    }
    boolean known = vocabulary.isWord(kana) && HIRAGANA.matcher(kana).matches();
    return known ? new Piece(before + COST_OF_HIRAGANA, from, kana, true) : null;
  }
}
