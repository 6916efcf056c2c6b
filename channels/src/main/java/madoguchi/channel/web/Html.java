package madoguchi.channel.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/**
 * Markup that is safe to send: it grows only from templates of this program and from text that is
 * escaped on its way in.
 */
record Html(String markup) {

  /** Nothing. */
  static final Html EMPTY = new Html("");

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  /** Plain text, escaped for element content and quoted attributes alike. */
  static Html text(String plain) {
    return new Html(HtmlUtils.htmlEscape(plain, StandardCharsets.UTF_8.name()));
  }

  /**
   * A template of the program with its {@code {{names}}} filled in; every fact that is not {@code
   * Html} is escaped.
   *
   * @throws IllegalArgumentException when a name has no fact
   */
  static Html fill(String template, Map<String, Object> facts) {
    return new Html(
        PLACE
            .matcher(template)
            .replaceAll(place -> Matcher.quoteReplacement(fact(facts, place.group(1)).markup)));
  }

  /** One after the other, a line each. */
  static Html join(Stream<Html> parts) {
    return new Html(parts.map(Html::markup).collect(Collectors.joining("\n")));
  }

  /** The template of that name beside the pages. */
  static String template(String name) {
    String resource = "/madoguchi/channel/web/pages/" + name + ".html";
    try (InputStream in =
        Objects.requireNonNull(Html.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Html fact(Map<String, Object> facts, String name) {
    Object fact = facts.get(name);
    if (fact == null) {
      throw new IllegalArgumentException("the template needs a fact named " + name);
    }
    return fact instanceof Html html ? html : text(fact.toString());
  }
}
