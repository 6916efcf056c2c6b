package madoguchi.knowledge.index;

import java.util.regex.Pattern;

/**
 * The part of an answer that says something about the question: without addresses of pages, and
 * without the closing block of contacts and related pages, which is alike in all entries. Residents
 * are shown the whole answer; only searching uses this.
 */
final class AnswerBody {

  private static final Pattern MARKUP = Pattern.compile("<[^<>]{1,200}>|https?://[!-~]+");

  /** A line that opens the closing block. */
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?m)^[\\s　■□●○◆◇▼▽★☆・※【\\[(（<＜〈《「]*"
              + "(?:お?問い?合わ?せ|関連(?:する|リンク|ページ|情報|FAQ|よくある|項目)|担当(?:課|部署|窓口)|このページに関する|参考(?:リンク|URL|ページ))");

  private AnswerBody() {}

  /** The body; the whole answer when nothing but a closing block is there. */
  static String of(String answer) {
    String plain = MARKUP.matcher(answer).replaceAll(" ");
    var closing = CLOSING.matcher(plain);
    int end =
        closing.find(Math.min(plain.length(), plain.length() / 4))
            ? closing.start()
            : plain.length();
    return end < 20 ? plain : plain.substring(0, end);
  }
}
