package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.handoff.Handoff;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Inbox.Acceptance;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** What every {@code Municipalities} does, and that no port lets one town see another. */
public abstract class TownsContract extends PortContract {

  @Test
  void givesBackTownsAsTheyWereSet() {
    assertThat(ports.municipalities().find(DEMO)).contains(town(DEMO, "あおば野市"));
    assertThat(ports.municipalities().all())
        .extracting(town -> town.code().value())
        .containsExactly("demo", "other");
    assertThat(ports.municipalities().find(new MunicipalityCode("unknown"))).isEmpty();
  }

  @Test
  void replacesWhatIsSetForATown() {
    Conversation before = conversation();
    ports.conversations().append(DEMO, before.id(), List.of(line("m", "a")));
    Municipality renamed =
        new Municipality(DEMO, "青葉野市", "1", "毎日", List.of(), Map.of("line.channel-token", "t"));
    ports.municipalities().store(renamed);
    assertThat(ports.municipalities().find(DEMO)).contains(renamed);
    assertThat(ports.conversations().after(DEMO, before.id(), 0))
        .extracting(Utterance::text)
        .containsExactly("a");
  }

  @Test
  void knowsACitizenAgainInTheSameTownAndChannelOnly() {
    String id = "U4af4980629";
    Citizen citizen = ports.pseudonyms().citizen(DEMO, "line", id);
    assertThat(citizen.key()).hasSize(43).doesNotContain(id);
    assertThat(ports.pseudonyms().citizen(DEMO, "line", id)).isEqualTo(citizen);
    assertThat(ports.pseudonyms().citizen(OTHER, "line", id)).isNotEqualTo(citizen);
    assertThat(ports.pseudonyms().citizen(DEMO, "web", id)).isNotEqualTo(citizen);
  }

  @Test
  void letsOneTownSeeNothingOfAnother() {
    Conversation here = conversation(DEMO, "here");
    ports.inbox().accept(List.of(arrival(here, "m")));
    Lease lease = ports.leases().take("w", NOON, LENGTH).orElseThrow();
    ports.conversations().append(DEMO, here.id(), List.of(line("m", "a")));
    Dispatch dispatch = dispatch(here, "d", NOON);
    ports.outbox().add(dispatch);
    Handoff handoff = ports.handoffs().open(DEMO, here.id(), null, NOON);
    ports.journal().append(journal(here, "m", NOON));
    ports.faqCatalog().store(DEMO, List.of(FaqEntry.of("1", "q", "a")), "test");

    assertThat(ports.conversations().find(OTHER, here.id())).isEmpty();
    assertThat(ports.conversations().of(OTHER, "web", here.citizen())).isEmpty();
    assertThat(ports.conversations().after(OTHER, here.id(), 0)).isEmpty();
    assertThat(ports.conversations().latest(OTHER, here.id(), 9)).isEmpty();
    assertThat(ports.conversations().turn(OTHER, here.id(), "m")).isEmpty();
    assertThat(ports.conversations().append(OTHER, here.id(), List.of(line("m", "x")))).isEmpty();
    Lease stranger = new Lease(OTHER, here.id(), lease.fence());
    assertThat(ports.inbox().next(stranger)).isEmpty();
    assertThat(ports.inbox().outcome(OTHER, "m")).isEmpty();
    assertThat(ports.outbox().next(stranger)).isEmpty();
    assertThat(ports.leases().renew(stranger, NOON, LENGTH)).isFalse();
    assertThat(ports.handoffs().find(OTHER, handoff.id())).isEmpty();
    assertThat(ports.handoffs().pending(OTHER)).isEmpty();
    assertThat(ports.handoffs().claim(OTHER, handoff.id(), "x")).isFalse();
    assertThat(ports.handoffs().close(OTHER, handoff.id())).isFalse();
    assertThat(ports.journal().before(OTHER, NOON.plusSeconds(9), 9)).isEmpty();
    assertThat(ports.faqCatalog().revision(OTHER)).isZero();
    assertThat(ports.faqCatalog().find(OTHER, "1")).isEmpty();
    assertThat(ports.faqCatalog().snapshot(OTHER).entries()).isEmpty();
  }

  @Test
  void letsOneTownChangeNothingOfAnother() {
    Conversation here = conversation(DEMO, "here");
    Conversation there = conversation(OTHER, "there");
    ports.inbox().accept(List.of(arrival(here, "m")));
    Lease lease = ports.leases().take("w", NOON, LENGTH).orElseThrow();
    ports.conversations().append(DEMO, here.id(), List.of(line("m", "a")));
    Dispatch dispatch = dispatch(here, "d", NOON);
    ports.outbox().add(dispatch);

    // The same ids under the other town's code.
    assertThat(ports.inbox().accept(List.of(arrival(there, "m")))).containsExactly(Acceptance.NEW);
    ports.inbox().done(OTHER, "m", "answered");
    Dispatch twin = dispatch(there, "d", NOON);
    ports.outbox().add(twin);
    ports.outbox().settle(twin, SendState.GIVEN_UP, "400");
    ports.conversations().erase(OTHER, here.id());

    assertThat(ports.inbox().next(lease)).isPresent();
    assertThat(ports.inbox().outcome(DEMO, "m")).isEmpty();
    assertThat(ports.outbox().next(lease)).contains(dispatch);
    assertThat(ports.outbox().troubled(DEMO, 9)).isEmpty();
    assertThat(ports.conversations().after(DEMO, here.id(), 0)).hasSize(1);
  }
}
