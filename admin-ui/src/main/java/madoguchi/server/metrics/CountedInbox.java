package madoguchi.server.metrics;

import java.util.List;
import java.util.Optional;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.Letter;
import madoguchi.municipality.MunicipalityCode;

/** An inbox that counts what is new in it. */
final class CountedInbox implements Inbox {

  private final Inbox inbox;
  private final TownMeters meters;

  CountedInbox(Inbox inbox, TownMeters meters) {
    this.inbox = inbox;
    this.meters = meters;
  }

  @Override
  public List<Acceptance> accept(List<Arrival> arrivals) {
    List<Acceptance> results = inbox.accept(arrivals);
    for (int i = 0; i < results.size(); i++) {
      count(results.get(i), arrivals.get(i).municipality(), arrivals.get(i).channel());
    }
    return results;
  }

  @Override
  public List<Acceptance> receive(List<Letter> letters) {
    List<Acceptance> results = inbox.receive(letters);
    for (int i = 0; i < results.size(); i++) {
      count(results.get(i), letters.get(i).municipality(), letters.get(i).channel());
    }
    return results;
  }

  private void count(Acceptance result, MunicipalityCode town, String channel) {
    if (result == Acceptance.NEW) {
      meters.accepted(town, channel);
    }
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
