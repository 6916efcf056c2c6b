package madoguchi.knowledge.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import madoguchi.knowledge.faq.FaqEntry;

/**
 * The part of an answer that says something about the question: without addresses of pages and
 * telephone numbers, without the closing block of contacts and related pages, and without sentences
 * that many entries share word for word. Residents are shown the whole answer; only searching uses
 * this.
 */
final class AnswerBody {

  private static final Pattern MARKUP =
      Pattern.compile(
          "<[^<>]{1,200}>|https?://[!-~]+|[!-~]+@[!-~]+"
              + "|[(（]?0\\d{1,4}[)）\\-ー－(（‐―−]\\d{1,4}[\\-ー－)）‐―−]\\d{3,4}");

  private static final String MARKS = "[\\s　■□●○◆◇▼▽★☆・※►▶→【\\[(（<＜〈《「〔]*";

  private static final String HEADINGS =
      "(?:お?問い?合わ?せ(?:先|窓口|・.{1,8})?|ご?連絡先|担当(?:課|部署|窓口|部局|係)|所管(?:課|部署)?"
          + "|関連(?:する)?(?:よくある)?(?:ご?質問|FAQ|ＦＡＱ|Q&A|Ｑ＆Ａ|リンク|ページ|情報|項目|サイト|ファイル)"
          + "|よくある(?:ご?質問|お問い?合わ?せ)|(?:この|本)ページ(?:に関する|の作成)|参考(?:リンク|URL|ページ|サイト)"
          + "|作成担当|発信元|(?:電話番号|電話|TEL|FAX|ファクス|ファックス)[:：])";

  /** A line that opens the closing block: a heading alone, or one with what it heads. */
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?m)^"
              + MARKS
              + HEADINGS
              + "(?=[】\\])）>＞〉》」〕:：\\s　はへ]|$|.{0,40}(?:課|係|室|電話|TEL|\\d{3}))");

  /** The same where line breaks have been lost. */
  private static final Pattern CLOSING_WITHIN =
      Pattern.compile(
          "(?<=[。．)）」\\s　])"
              + "[■□●○◆◇▼▽★☆※►▶【\\[<＜〈《〔]*(?:お?問い?合わ?せ先|関連(?:する)?(?:よくある)?(?:ご?質問|FAQ|ＦＡＱ|Q&A|Ｑ＆Ａ|リンク|ページ)|担当(?:課|部署)[:：】\\s"
              + "　]|(?:この|本)ページに関する)");

  private static final int SHORTEST_BODY = 20;
  private static final String SENTENCE_END = "[。！？!?\\n]+";
  private static final double SHARED_BY = 0.02;
  private static final int SHARED_BY_AT_LEAST = 5;
  private static final int MOST_LEARNED_FROM = 5_000;

  private final Set<String> shared;
  private final Function<String, List<String>> body;

  private AnswerBody(Set<String> shared, Function<String, List<String>> body) {
    this.shared = shared;
    this.body = body;
  }

  /** Learns which sentences many entries share. */
  static AnswerBody of(List<FaqEntry> entries) {
    return of(entries, AnswerBody::body);
  }

  /**
   * The same.
   *
   * @param body gives the sentences of an answer, as {@link #body} does
   */
  static AnswerBody of(List<FaqEntry> entries, Function<String, List<String>> body) {
    Map<String, Set<String>> users = new HashMap<>();
    int step = 1 + entries.size() / MOST_LEARNED_FROM;
    for (int i = 0; i < entries.size(); i += step) {
      for (String sentence : body.apply(entries.get(i).answer())) {
        users.computeIfAbsent(sentence, s -> new HashSet<>(2)).add(entries.get(i).id());
      }
    }
    double least = Math.max(SHARED_BY_AT_LEAST, SHARED_BY * entries.size() / step);
    return new AnswerBody(
        users.entrySet().stream()
            .filter(one -> one.getValue().size() >= least)
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet()),
        body);
  }

  /** The sentences of the body; all of the answer's when nothing else is there. */
  List<String> sentences(String answer) {
    List<String> all = body.apply(answer);
    List<String> own = all.stream().filter(sentence -> !shared.contains(sentence)).toList();
    return own.isEmpty() ? all : own;
  }

  /** The sentences up to the closing block, shared ones too. */
  static List<String> body(String answer) {
    return Arrays.stream(closed(answer).split(SENTENCE_END))
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  /** The answer up to its closing block. */
  static String closed(String answer) {
    String plain = MARKUP.matcher(answer).replaceAll(" ");
    int from = Math.min(plain.length(), plain.length() / 5);
    int end = Math.min(beginOf(CLOSING, plain, from), beginOf(CLOSING_WITHIN, plain, from));
    return plain.substring(0, end).strip().length() < SHORTEST_BODY
        ? plain
        : plain.substring(0, end);
  }

  private static int beginOf(Pattern pattern, String text, int from) {
    Matcher found = pattern.matcher(text);
    return found.find(from) ? found.start() : text.length();
  }
}
