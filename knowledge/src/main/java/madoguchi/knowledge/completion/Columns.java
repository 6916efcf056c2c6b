package madoguchi.knowledge.completion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same lines as they are written, as their words sound, and as they sound in one flow.
 *
 * @param flowing holds only the lines that sound otherwise than their words
 */
record Columns(Column written, Column spoken, Column flowing) {

  /** Is told of each line that holds a typed word. */
  interface Finds {

    /**
     * The best place in a line for one reading of what has been typed.
     *
     * @param reading 0 for the likeliest, then upwards
     */
    void found(int line, int reading, Place place);
  }

  /** Looks a typed word up in all lines. */
  void find(Typed typed, Finds finds) {
    int reading = 0;
    if (typed.hasKanji()) {
      tell(written.places(typed.written(), false), reading++, Place.MIDDLE, finds);
    }
    // 高校 sounds like a part of many words; only where a word begins it is likely another spelling.
    Place last = typed.hasKanji() ? Place.WORD_START : Place.MIDDLE;
    for (String sound : typed.sounds()) {
      tell(spoken.places(sound, true), reading, last, finds);
      tell(flowing.places(sound, true), reading, last, finds);
      reading++;
    }
  }

  private static void tell(@Nullable Place[] places, int reading, Place last, Finds finds) {
    for (int line = 0; line < places.length; line++) {
      Place place = places[line];
      if (place != null && place.compareTo(last) <= 0) {
        finds.found(line, reading, place);
      }
    }
  }

  /** The first and the last of a line's words that hold a typed word; null when none does. */
  int @Nullable [] wordsHolding(int line, Typed typed) {
    int[] held = typed.hasKanji() ? written.wordsHolding(line, typed.written(), false) : null;
    List<String> sounds = typed.sounds();
    for (int i = 0; i < sounds.size() && held == null; i++) {
      held = spoken.wordsHolding(line, sounds.get(i), true);
      held = held == null ? flowing.wordsHolding(line, sounds.get(i), true) : held;
    }
    return held;
  }
}
