package madoguchi.channel.web;

import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer's plain text as markup, by the chat's own rules (richtext.js): an empty line parts
 * paragraphs, lines that begin with ・ are a list, web addresses and telephone numbers are links.
 */
final class AnswerHtml {

  private static final Pattern ITEM = Pattern.compile("\\s*[・•]\\s*(.*)");
  private static final Pattern FOUND =
      Pattern.compile(
          "(?<link>https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+)"
              + "|(?<![0-9０-９#＃-])(?<telephone>[0０][0-9０-９]{1,4}[-‐‑–−ー－][0-9０-９]{1,4}[-‐‑–−ー－][0-9０-９]{3,4}"
              + "|[#＃][0-9]{4})(?![0-9０-９])"
              + "|(?<=[：、])(?<emergency>110|118|119|188|189)(?=[（、。番]|$)");

  private AnswerHtml() {}

  static Html of(String answer) {
    List<Html> blocks = new ArrayList<>();
    List<Html> items = new ArrayList<>();
    List<Html> lines = new ArrayList<>();
    for (String line : answer.replace("\r\n", "\n").split("\n", -1)) {
      Matcher item = ITEM.matcher(line);
      if (item.matches()) {
        close(blocks, lines, "p", "<br>");
        items.add(tagged("li", inline(item.group(1))));
      } else if (line.isBlank()) {
        close(blocks, items, "ul", "");
        close(blocks, lines, "p", "<br>");
      } else {
        close(blocks, items, "ul", "");
        lines.add(inline(line));
      }
    }
    close(blocks, items, "ul", "");
    close(blocks, lines, "p", "<br>");
    return Html.join(blocks.stream());
  }

  private static void close(List<Html> blocks, List<Html> parts, String tag, String between) {
    if (!parts.isEmpty()) {
      blocks.add(
          tagged(tag, new Html(String.join(between, parts.stream().map(Html::markup).toList()))));
      parts.clear();
    }
  }

  private static Html tagged(String tag, Html content) {
    return new Html("<" + tag + ">" + content.markup() + "</" + tag + ">");
  }

  /** A telephone number as a link that calls it. */
  static Html telephone(String number) {
    String digits =
        Normalizer.normalize(number, Normalizer.Form.NFKC)
            .replaceAll("[^0-9#]", "")
            .replace("#", "%23");
    return Html.fill(
        "<a href=\"tel:{{digits}}\">{{number}}</a>", Map.of("digits", digits, "number", number));
  }

  private static Html inline(String line) {
    StringBuilder markup = new StringBuilder();
    Matcher found = FOUND.matcher(line);
    int done = 0;
    while (found.find(done)) {
      String link = found.group("link");
      String words = link == null ? found.group() : trimmed(link);
      markup.append(Html.text(line.substring(done, found.start())).markup());
      markup.append((link == null ? telephone(words) : link(words)).markup());
      done = found.start() + words.length();
    }
    return new Html(markup.append(Html.text(line.substring(done)).markup()).toString());
  }

  private static Html link(String address) {
    return isWebAddress(address)
        ? Html.fill(
            "<a href=\"{{address}}\" rel=\"noopener\">{{address}}</a>", Map.of("address", address))
        : Html.text(address);
  }

  /** Whether it may stand in a link: http or https, and nothing that a browser would guess at. */
  static boolean isWebAddress(String address) {
    try {
      String scheme = String.valueOf(URI.create(address).getScheme());
      return scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** Without the punctuation that ends the sentence, and a bracket that opened before the link. */
  private static String trimmed(String link) {
    String words = link.replaceAll("[.,;:!?'\"]+$", "");
    while (words.endsWith(")") && count(words, ')') > count(words, '(')) {
      words = words.substring(0, words.length() - 1);
    }
    return words;
  }

  private static long count(String words, char wanted) {
    return words.chars().filter(c -> c == wanted).count();
  }
}
