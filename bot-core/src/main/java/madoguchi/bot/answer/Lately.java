package madoguchi.bot.answer;

import java.util.List;
import java.util.function.Supplier;
import madoguchi.bot.conversation.Utterance;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's last lines before a turn. They are sealed where they are kept, and most
 * questions are answered without: so they are read when they are first asked for, once, by one
 * thread.
 */
public final class Lately {

  private final Supplier<List<Utterance>> reading;
  private @Nullable List<Utterance> lines;

  private Lately(Supplier<List<Utterance>> reading) {
    this.reading = reading;
  }

  /** What somebody reads; a failure of theirs goes to whoever asks first. */
  public static Lately readBy(Supplier<List<Utterance>> reading) {
    return new Lately(reading);
  }

  /** Lines that are known. */
  public static Lately of(Utterance... lines) {
    return new Lately(() -> List.of(lines));
  }

  /** The lines in order. */
  public List<Utterance> lines() {
    List<Utterance> known = lines;
    if (known == null) {
      known = List.copyOf(reading.get());
      lines = known;
    }
    return known;
  }
}
