package madoguchi.bot.answer;

import java.time.LocalDate;
import java.util.List;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.index.Hit;

/**
 * What is known while a turn goes through its steps; each step hands on a new one.
 *
 * @param said with its text masked already
 * @param today by the town's calendar
 * @param hits what the search found, best first; empty before it
 */
public record Turn(
    Municipality town, Conversation conversation, Said said, LocalDate today, List<Hit> hits) {

  public Turn {
    hits = List.copyOf(hits);
  }

  /** The typed words, or an empty text. */
  public String text() {
    return said instanceof Said.Text(String text) ? text : "";
  }

  /** The same turn with what was found. */
  public Turn withHits(List<Hit> found) {
    return new Turn(town, conversation, said, today, found);
  }
}
