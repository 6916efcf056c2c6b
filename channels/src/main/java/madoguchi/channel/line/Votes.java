package madoguchi.channel.line;

import java.time.Instant;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.post.Arrival;

/** Whether answers were of use; only of those that were given in the same conversation. */
final class Votes {

  private Votes() {}

  static void note(LineStores stores, Arrival arrival, Said.Voted vote, Instant now) {
    stores
        .conversations()
        .turn(arrival.municipality(), arrival.conversationId(), vote.messageId())
        .stream()
        .filter(line -> !line.sources().isEmpty())
        .forEach(
            line ->
                stores
                    .journal()
                    .feedback(
                        arrival.municipality(),
                        arrival.conversationId(),
                        line.number(),
                        vote.useful(),
                        now));
  }
}
