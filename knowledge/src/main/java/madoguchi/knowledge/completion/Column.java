package madoguchi.knowledge.completion;

import java.util.Arrays;
import madoguchi.knowledge.text.SoundKey;
import org.jspecify.annotations.Nullable;

/**
 * Lines of words without gaps, one text on end: to look through half a million letters on end takes
 * less than to open ten thousand short texts.
 */
final class Column {

  /** Ends each line; nobody types it. */
  static final char END = '\n';

  private static final int NOWHERE = -1;

  private final String text;
  private final int[] lines;
  private final int[] firstWords;
  private final int[] words;

  /** Places of lines, of the number of each line's first word, and of words; see the writer. */
  Column(String text, int[] lines, int[] firstWords, int[] words) {
    this.text = text;
    this.lines = lines;
    this.firstWords = firstWords;
    this.words = words;
  }

  /**
   * The best place in each line; null where the line does not hold the part.
   *
   * @param sound whether the part must begin where a sound may begin
   */
  @Nullable Place[] places(String part, boolean sound) {
    @Nullable Place[] places = new @Nullable Place[lines.length - 1];
    if (sound && part.length() == 1) {
      return wordsBeginning(part.charAt(0), places);
    }
    int line = 0;
    int at = text.indexOf(part);
    while (at >= 0) {
      while (lines[line + 1] <= at) {
        line++;
      }
      Place place = place(line, at, sound);
      if (place != null && (places[line] == null || place.compareTo(places[line]) < 0)) {
        places[line] = place;
      }
      boolean settled = places[line] != null && places[line] != Place.MIDDLE;
      at = text.indexOf(part, settled ? lines[line + 1] : at + 1);
    }
    return places;
  }

  /** A single letter stands in nearly every word, so only its beginnings count. */
  private @Nullable Place[] wordsBeginning(char letter, @Nullable Place[] places) {
    for (int line = 0; line < places.length; line++) {
      int end = firstWords[line + 1];
      for (int word = firstWords[line]; word < end && places[line] == null; word++) {
        if (text.charAt(words[word]) == letter) {
          places[line] = words[word] == lines[line] ? Place.BEGINNING : Place.WORD_START;
        }
      }
    }
    return places;
  }

  /** The first and the last of a line's words that hold the best find of a part; null: not held. */
  int @Nullable [] wordsHolding(int line, String part, boolean sound) {
    int best = NOWHERE;
    Place bestPlace = null;
    int end = lines[line + 1];
    for (int at = text.indexOf(part, lines[line], end);
        at >= 0;
        at = text.indexOf(part, at + 1, end)) {
      Place place = place(line, at, sound);
      if (place != null && (bestPlace == null || place.compareTo(bestPlace) < 0)) {
        best = at;
        bestPlace = place;
      }
    }
    return best == NOWHERE
        ? null
        : new int[] {wordAt(line, best), wordAt(line, best + part.length() - 1)};
  }

  private @Nullable Place place(int line, int at, boolean sound) {
    if (at == lines[line]) {
      return Place.BEGINNING;
    }
    if (search(line, at) >= 0) {
      return Place.WORD_START;
    }
    return sound && !SoundKey.mayBeginAt(text, at) ? null : Place.MIDDLE;
  }

  /** The number within its line of the word that stands there. */
  private int wordAt(int line, int at) {
    int word = search(line, at);
    return (word >= 0 ? word : -word - 2) - firstWords[line];
  }

  private int search(int line, int at) {
    return Arrays.binarySearch(words, firstWords[line], firstWords[line + 1], at);
  }
}
