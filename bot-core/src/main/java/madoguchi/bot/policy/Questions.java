package madoguchi.bot.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.knowledge.index.Aspects;

/**
 * Takes a message with several questions apart, by the patterns of {@code questions_ja.properties}.
 * It would rather leave two questions together than break one: 「転入届と転居届の違い」 is one question.
 */
final class Questions {

  private static final String RESOURCE = "/madoguchi/questions_ja.properties";
  private static final int LONGEST = 500;
  private static final int MOST = 4;

  private final Rules rules;
  private final Pattern never;
  private final Pattern end;
  private final Pattern connector;
  private final Pattern item;
  private final Pattern asks;
  private final Pattern and;
  private final Pattern tail;
  private final Pattern wish;
  private final Pattern told;

  private Questions(Rules rules, Properties patterns) {
    this.rules = rules;
    never = pattern(patterns, "never");
    end = pattern(patterns, "end");
    connector = pattern(patterns, "connector");
    item = pattern(patterns, "item");
    asks = pattern(patterns, "asks");
    and = pattern(patterns, "and");
    tail = pattern(patterns, "tail");
    wish = pattern(patterns, "wish");
    told = pattern(patterns, "told");
  }

  static Questions standard(Rules rules) {
    Properties read = new Properties();
    try (InputStream in =
            Objects.requireNonNull(Questions.class.getResourceAsStream(RESOURCE), RESOURCE);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      read.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Questions(rules, read);
  }

  private static Pattern pattern(Properties patterns, String name) {
    return Pattern.compile(Objects.requireNonNull(patterns.getProperty(name), name));
  }

  /** The questions of a message in their order; the message alone when it is one. */
  List<String> of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    if (plain.length() > LONGEST || never.matcher(plain).find()) {
      return List.of(text);
    }
    List<Piece> pieces = pieces(plain);
    List<String> questions = new ArrayList<>();
    String context = "";
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      Piece next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
      boolean opens = next != null && !next.opensAnother && asks(next) && !isWish(next);
      if (asks(piece) && !(isWish(piece) && opens)) {
        for (String one : apart(piece.text)) {
          questions.add(context + one);
        }
      } else if (next == null && !questions.isEmpty()) {
        // What is told last is told of the last question.
        questions.add(questions.removeLast() + '。' + piece.text);
      } else {
        context = context + piece.text + '。';
      }
    }
    return questions.size() < 2 || questions.size() > MOST ? List.of(text) : questions;
  }

  /**
   * A part of a message.
   *
   * @param isItem whether it is a line of a list
   * @param opensAnother whether words stand before it that open another question
   */
  private record Piece(String text, boolean isItem, boolean opensAnother) {}

  private List<Piece> pieces(String plain) {
    List<Piece> pieces = new ArrayList<>();
    for (String sentence : end.split(plain)) {
      Matcher bullet = item.matcher(sentence);
      boolean isItem = bullet.find();
      boolean first = true;
      for (String piece : connector.split(isItem ? sentence.substring(bullet.end()) : sentence)) {
        String clean = piece.strip();
        if (!clean.isEmpty() && rules.match("greeting", clean).isEmpty()) {
          pieces.add(new Piece(clean, isItem, isItem || !first));
        }
        first = false;
      }
    }
    return pieces;
  }

  private boolean asks(Piece piece) {
    return piece.isItem || asks.matcher(piece.text).find();
  }

  private boolean isWish(Piece piece) {
    return !piece.isItem && wish.matcher(piece.text).find() && !told.matcher(piece.text).find();
  }

  /** 「住民票の値段と、粗大ごみの出し方を教えて」: each side names its matter and what is asked of it. */
  private List<String> apart(String sentence) {
    Matcher joint = and.matcher(sentence);
    while (joint.find()) {
      String left = sentence.substring(0, joint.start());
      String right = sentence.substring(joint.end());
      if (isWhole(left) && isWhole(right)) {
        Matcher request = tail.matcher(right);
        List<String> parts = new ArrayList<>();
        parts.add(left + (request.find() ? request.group() : ""));
        parts.addAll(apart(right));
        return parts;
      }
    }
    return List.of(sentence);
  }

  private static boolean isWhole(String part) {
    return part.contains("の") && !Aspects.of(part).names().isEmpty();
  }
}
