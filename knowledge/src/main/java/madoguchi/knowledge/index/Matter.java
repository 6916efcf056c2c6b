package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.Token;
import madoguchi.knowledge.text.WordLines;

/**
 * The one thing that a text names without asking anything particular of it: 転入届 of 「転入届はどうすればいい？」,
 * 「転入届を出したい」 and 「転入届」; nothing of 「転入届はいつまで」.
 *
 * @param words its words in their order, without の between them; empty when the text is no such
 * @param reading how it is read in hiragana, の and all
 */
record Matter(List<String> words, String reading) {

  static final Matter NONE = new Matter(List.of(), "");

  private static final int MOST_WORDS = 8;
  private static final String OF = "の";

  /** What may be asked of everything. */
  private static final Set<String> WAYS = Set.of("方法", "新規");

  /** What asks for more in kana, which the dictionary takes apart: ごみをだすじかん. */
  private static final Pattern SPOKEN = Pattern.compile("じかん|ばしょ|きげん|ひよう|りょうきん");

  private static final Set<String> ASKING =
      WordLines.of("/madoguchi/text/asking.txt").stream()
          .map(JapaneseText::hiragana)
          .collect(Collectors.toUnmodifiableSet());

  /** What a text names, if that is all. */
  static Matter of(List<Token> text) {
    return of(text, Aspects::of);
  }

  /**
   * The same.
   *
   * @param aspects of what stands around it: a few phrases, over and over
   */
  static Matter of(List<Token> text, Function<String, Aspects> aspects) {
    int from = 0;
    while (from < text.size() && !isNaming(text, from)) {
      from++;
    }
    int to = from;
    List<String> words = new ArrayList<>();
    StringBuilder reading = new StringBuilder();
    while (to < text.size() && (isNaming(text, to) || isJoint(text, to))) {
      if (isNaming(text, to)) {
        words.add(word(text.get(to)));
      }
      reading.append(text.get(to).reading());
      to++;
    }
    boolean more = false;
    StringBuilder frame = new StringBuilder();
    for (int i = 0; i < text.size(); i++) {
      if (i < from || i >= to) {
        Token token = text.get(i);
        more |= token.term() != null && !isAsking(token);
        frame.append(token.surface());
      }
    }
    boolean named =
        !words.isEmpty()
            && words.size() <= MOST_WORDS
            && !more
            && WAYS.containsAll(aspects.apply(frame.toString()).names())
            && !SPOKEN.matcher(frame).find()
            && !Phrases.DAY.areIn(frame.toString())
            && !Phrases.NEGATION.areIn(frame.toString());
    return named ? new Matter(List.copyOf(words), reading.toString()) : NONE;
  }

  boolean isNone() {
    return words.isEmpty();
  }

  private static boolean isAsking(Token token) {
    return ASKING.contains(token.term()) || ASKING.contains(token.base());
  }

  private static boolean isNaming(List<Token> text, int at) {
    Token token = text.get(at);
    return token.term() != null ? !isAsking(token) : isPrefix(text, at);
  }

  /** One kanji that the recipe drops and that belongs to the word behind it, as in 要介護. */
  private static boolean isPrefix(List<Token> text, int at) {
    String surface = text.get(at).surface();
    return surface.length() == 1
        && Character.UnicodeScript.of(surface.charAt(0)) == Character.UnicodeScript.HAN
        && at + 1 < text.size()
        && text.get(at + 1).term() != null
        && !isAsking(text.get(at + 1));
  }

  private static boolean isJoint(List<Token> text, int at) {
    return text.get(at).surface().equals(OF) && at + 1 < text.size() && isNaming(text, at + 1);
  }

  private static String word(Token token) {
    String term = token.term();
    return term == null ? token.surface() : term;
  }

  private static boolean isVerb(Token token) {
    return "うくぐすつぬぶむる".indexOf(token.base().charAt(token.base().length() - 1)) >= 0;
  }

  /**
   * Whether a text names it, not as a part of another name. A single word also stands at the end of
   * its kinds: 国民年金 is 年金, but 特別児童扶養手当 no 児童扶養手当.
   */
  boolean isIn(List<Token> text) {
    for (int from = 0; from < text.size(); from++) {
      int to = endOfThis(text, from);
      if (to >= 0 && (words.size() == 1 || isEdge(text, from - 1)) && isEdge(text, to)) {
        return true;
      }
    }
    return false;
  }

  private int endOfThis(List<Token> text, int from) {
    int found = 0;
    int at = from;
    while (found < words.size() && at < text.size()) {
      if (isNaming(text, at) && word(text.get(at)).equals(words.get(found))) {
        found++;
      } else if (found == 0 || !isJoint(text, at)) {
        return -1;
      }
      at++;
    }
    return found == words.size() ? at : -1;
  }

  private static boolean isEdge(List<Token> text, int at) {
    return at < 0 || at >= text.size() || !isNaming(text, at) || isVerb(text.get(at));
  }

  /** The share of a text's words that are its own, 0 to 1, each by how rare it is. */
  double shareOf(List<List<Token>> parts, Vocabulary vocabulary) {
    Set<String> own = new HashSet<>(words);
    Set<String> seen = new HashSet<>();
    double all = 0;
    double mine = 0;
    for (Token token : parts.stream().flatMap(List::stream).toList()) {
      if (token.term() != null && !isAsking(token) && seen.add(token.term())) {
        double idf = vocabulary.idf(token.term());
        all += idf;
        mine += own.contains(token.term()) ? idf : 0;
      }
    }
    return all == 0 ? 0 : mine / all;
  }
}
