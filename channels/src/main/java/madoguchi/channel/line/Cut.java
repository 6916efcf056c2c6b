package madoguchi.channel.line;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts texts to LINE's sizes by both its ways of counting, never within what is read as one. */
final class Cut {

  private static final String MORE = "…";

  private Cut() {}

  /** At most so many grapheme clusters; a longer text ends in an ellipsis. */
  static String toClusters(String text, int most) {
    BreakIterator clusters = over(BreakIterator.getCharacterInstance(Locale.JAPAN), text);
    boolean fits = clusters.next(most) == BreakIterator.DONE || clusters.current() == text.length();
    if (fits) {
      return text;
    }
    clusters.first();
    return text.substring(0, clusters.next(most - 1)) + MORE;
  }

  /** At most so many UTF-16 units; a longer text ends in an ellipsis. */
  static String toUnits(String text, int most) {
    return text.length() <= most ? text : text.substring(0, clusterEnd(text, most - 1)) + MORE;
  }

  /** In pieces of at most so many UTF-16 units, at the ends of sentences where there are any. */
  static List<String> inPieces(String text, int most) {
    List<String> pieces = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > most) {
      int end = sentenceEnd(rest, most);
      pieces.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  private static int sentenceEnd(String text, int most) {
    int end = over(BreakIterator.getSentenceInstance(Locale.JAPAN), text).preceding(most + 1);
    // A sentence that would leave the piece half empty is longer than anybody reads: cut it.
    return end > most / 2 ? end : clusterEnd(text, most);
  }

  private static int clusterEnd(String text, int most) {
    int end = over(BreakIterator.getCharacterInstance(Locale.JAPAN), text).preceding(most + 1);
    return end > 0 ? end : most;
  }

  /** The text with a question mark for every half of a character: LINE takes whole ones only. */
  static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static BreakIterator over(BreakIterator iterator, String text) {
    iterator.setText(text);
    return iterator;
  }
}
