package madoguchi.server.metrics;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Letter;
import madoguchi.municipality.MunicipalityCode;

/** An inbox that counts what is new in it. */
record CountedInbox(Inbox inbox, TownMeters meters) implements Inbox {

  @Override
  public List<Acceptance> accept(List<Arrival> arrivals) {
    List<Acceptance> results = inbox.accept(arrivals);
    count(results, i -> meters.accepted(arrivals.get(i).municipality(), arrivals.get(i).channel()));
    return results;
  }

  @Override
  public List<Acceptance> receive(List<Letter> letters) {
    List<Acceptance> results = inbox.receive(letters);
    count(results, i -> meters.accepted(letters.get(i).municipality(), letters.get(i).channel()));
    return results;
  }

  private static void count(List<Acceptance> results, IntConsumer isNew) {
    Tally.count(
        () ->
            IntStream.range(0, results.size())
                .filter(i -> results.get(i) == Acceptance.NEW)
                .forEach(isNew));
  }

  @Override
  public boolean isPressed() {
    return inbox.isPressed();
  }

  @Override
  public Optional<Arrival> next(Lease lease) {
    return inbox.next(lease);
  }

  @Override
  public void done(MunicipalityCode municipality, String messageId, String outcome) {
    inbox.done(municipality, messageId, outcome);
  }

  @Override
  public Optional<String> outcome(MunicipalityCode municipality, String messageId) {
    return inbox.outcome(municipality, messageId);
  }
}
