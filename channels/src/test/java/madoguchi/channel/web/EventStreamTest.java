package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The live events, and what happens to those who cannot wait. */
@SpringBootTest(
    classes = WebServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.threads.virtual.enabled=true", "patience=PT0.3S"})
class EventStreamTest {

  @Autowired WebHouse house;
  @LocalServerPort int port;

  @Test
  void tellsStateThenEveryLineWithItsNumber() {
    Browser browser = Browser.begin(port, "demo");
    try (Browser.Events events = browser.events()) {
      Browser.Event state = events.next("state");
      assertThat(state.data())
          .isEqualTo("{\"state\":\"bot\",\"place\":null,\"estimateMinutes\":null}");
      assertThat(state.id()).isEmpty();
      browser.say("m1", "転入届は？");
      Browser.Event own = events.next("message");
      assertThat(own.id()).isEqualTo("1");
      assertThat(own.json().get("from").asString()).isEqualTo("resident");
      assertThat(own.json().get("text").asString()).isEqualTo("転入届は？");
      assertThat(own.json().get("at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
      Browser.Event answer = events.next("message");
      assertThat(answer.id()).isEqualTo("2");
      assertThat(answer.json().get("id").asString()).isEqualTo("2");
      assertThat(answer.json().at("/sources/0/faqId").asString()).isEqualTo("tennyu");
    }
  }

  @Test
  void resumesAfterTheLastOneSeen() {
    Browser browser = Browser.begin(port, "demo");
    say(browser, "m1", "ごみ");
    say(browser, "m2", "転入届");
    try (Browser.Events all = browser.events();
        Browser.Events rest = browser.events("Last-Event-ID", "3")) {
      for (int i = 1; i <= 4; i++) {
        assertThat(all.next("message").id()).isEqualTo("" + i);
      }
      assertThat(rest.next("message").id()).isEqualTo("4");
    }
    for (String malformed : List.of("x", "-1", "1.5", "99999999999999999999")) {
      WebControllerTest.problem(
          Browser.send(browser.request("/events").header("Last-Event-ID", malformed).GET()),
          400,
          "last-event-id");
    }
  }

  @Test
  void tellsManyLinesInOrderWithoutAGap() {
    Browser browser = Browser.begin(port, "demo");
    List<Utterance> lines = new ArrayList<>();
    for (int i = 0; i < 1_300; i++) {
      lines.add(line("行 " + i));
    }
    house.conversations.append(WebHouse.DEMO, browser.conversationId, lines);
    try (Browser.Events events = browser.events()) {
      for (int i = 1; i <= 1_300; i++) {
        assertThat(events.next("message").id()).isEqualTo("" + i);
      }
    }
  }

  @Test
  void says202AndBringsTheAnswerByTheEventsAndByRepeating() {
    Browser browser = Browser.begin(port, "demo");
    CountDownLatch latch = house.holdBack();
    try (Browser.Events events = browser.events()) {
      var pending = browser.say("m1", "ゆっくり転入届");
      assertThat(pending.statusCode()).isEqualTo(202);
      assertThat(pending.body()).isEqualTo("{\"outcome\":\"pending\",\"messages\":[]}");
      assertThat(events.next("typing").id()).isEmpty();
      assertThat(browser.say("m1", "ゆっくり転入届").statusCode()).isEqualTo(202);
      latch.countDown();
      assertThat(events.next("message").json().get("from").asString()).isEqualTo("resident");
      assertThat(events.next("message").json().get("text").asString()).startsWith("14日以内");
      assertThat(browser.say("m1", "ゆっくり転入届").statusCode()).isEqualTo(200);
    } finally {
      latch.countDown();
    }
  }

  @Test
  void tellsThePlaceInTheQueueAndWhoSpeaks() {
    Browser first = Browser.begin(port, "demo");
    Browser second = Browser.begin(port, "demo");
    first.post("{\"clientMessageId\":\"m1\",\"action\":\"handoff\"}");
    int before = house.handoffs.pending(WebHouse.DEMO).size();
    try (Browser.Events events = second.events()) {
      events.next("state");
      second.post("{\"clientMessageId\":\"m1\",\"action\":\"handoff\"}");
      Browser.Event waiting = events.next("state");
      assertThat(waiting.json().get("state").asString()).isEqualTo("waiting");
      assertThat(waiting.json().get("place").asInt()).isEqualTo(before + 1);
      house.handoffs.pending(WebHouse.DEMO).stream()
          .filter(c -> c.conversationId().equals(first.conversationId))
          .forEach(c -> house.handoffs.claim(WebHouse.DEMO, c.id(), "staff"));
      assertThat(events.next("state").json().get("place").asInt()).isEqualTo(before);
      // No signal is raised: the poll finds it.
      house.conversations.save(
          house.conversations.find(WebHouse.DEMO, second.conversationId).orElseThrow().claimed());
      house.conversations.append(WebHouse.DEMO, second.conversationId, List.of(line("職員です。")));
      Browser.Event staff = events.next("state");
      assertThat(staff.data())
          .isEqualTo("{\"state\":\"staff\",\"place\":null,\"estimateMinutes\":null}");
    }
  }

  @Test
  void keepsTheLineOpenWithComments() {
    try (Browser.Events events = Browser.begin(port, "demo").events()) {
      events.next(":");
      events.next(":");
    }
  }

  @Test
  void endsWhenTheConversationIsErased() {
    Browser browser = Browser.begin(port, "demo");
    try (Browser.Events events = browser.events()) {
      events.next("state");
      browser.erase();
      events.ends();
    }
    assertThat(browser.get("/events").statusCode()).isEqualTo(401);
  }

  @Test
  void releasesEverythingWhenTheReaderLeaves() {
    until(() -> house.signals.listening.get() == 0);
    Browser browser = Browser.begin(port, "demo");
    for (int i = 0; i < 4; i++) {
      try (Browser.Events events = browser.events()) {
        events.next("state");
        assertThat(house.signals.listening).hasPositiveValue();
      }
      until(() -> house.signals.listening.get() == 0);
    }
  }

  @Test
  void refusesMoreReadersThanOneResidentNeeds() {
    Browser browser = Browser.begin(port, "demo");
    List<Browser.Events> open = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        open.add(browser.events());
        open.getLast().next("state");
      }
      WebControllerTest.problem(browser.get("/events"), 429, "too-many-streams");
    } finally {
      open.forEach(Browser.Events::close);
    }
    until(() -> house.signals.listening.get() == 0);
    try (Browser.Events again = browser.events()) {
      again.next("state");
    }
  }

  private void say(Browser browser, String id, String text) {
    until(() -> browser.say(id, text).statusCode() == 200);
  }

  private static Utterance line(String text) {
    return new Utterance(
        0,
        java.time.Instant.parse("2026-11-20T03:00:00Z"),
        Sender.STAFF,
        "x",
        text,
        List.of(),
        List.of());
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 20 s in vain").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
