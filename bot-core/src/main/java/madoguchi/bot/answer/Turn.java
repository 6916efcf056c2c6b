package madoguchi.bot.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.index.Hit;

/**
 * What is known while a turn goes through its steps; each step hands on a new one.
 *
 * @param said with its text masked already
 * @param lately the conversation's last lines before this turn
 * @param today by the town's calendar
 * @param hits what the search found, best first; empty before it
 */
public record Turn(
    Municipality town,
    Conversation conversation,
    Said said,
    Lately lately,
    LocalDate today,
    List<Hit> hits) {

  public Turn {
    hits = List.copyOf(hits);
  }

  /** The typed words, or an empty text. */
  public String text() {
    return said instanceof Said.Text(String text) ? text : "";
  }

  /** The same turn with another text, and nothing found yet. */
  public Turn asking(String text) {
    return new Turn(town, conversation, new Said.Text(text), lately, today, List.of());
  }

  /** The same turn with what was found. */
  public Turn withHits(List<Hit> found) {
    return new Turn(town, conversation, said, lately, today, found);
  }

  /** Whether the citizen was offered this value, among the lines that are at hand. */
  public boolean wasOffered(String value) {
    return lately.lines().stream()
        .flatMap(line -> line.choices().stream())
        .anyMatch(choice -> choice.value().equals(value));
  }

  /** The source of the last answer that had one: what the conversation is about. */
  public Optional<Source> lastSource() {
    return lately.lines().reversed().stream().flatMap(line -> line.sources().stream()).findFirst();
  }
}
