package madoguchi.channel.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The sign is for those who wait, and never in the answer's way. */
class LoadingSignTest {

  private LineTown town;

  @BeforeEach
  void open() {
    town = new LineTown(Duration.ofSeconds(2), Duration.ofMillis(30));
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void isShownToThoseWhoWait() {
    town.deliver(town.line.text("Ua", "ごみ"));
    await().until(() -> town.line.loadings().size() == 1);
    assertThat(town.line.loadings().getFirst().path("chatId").asString()).isEqualTo("Ua");
    assertThat(town.line.loadings().getFirst().path("loadingSeconds").asInt()).isEqualTo(20);
    town.workers.start();
    assertThat(town.read("Ua", 1)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "12, 10", "60, 60", "3, 5", "600, 60"})
  void lastsInStepsOfFiveSeconds(String set, int expected) {
    town.set("line.loading", set);
    town.deliver(town.line.text("Ub", "ごみ"));
    await().until(() -> town.line.loadings().size() == 1);
    assertThat(town.line.loadings().getFirst().path("loadingSeconds").asInt()).isEqualTo(expected);
  }

  @Test
  void isShownToNobodyWhoHasAnAnswerNorInGroupsNorWhereTheTownWantsNone() {
    town.workers.start();
    ObjectNode answered = town.line.text("Uc", "ごみ");
    town.deliver(answered);
    assertThat(town.read("Uc", 1)).hasSize(1);
    town.rest();
    ObjectNode group = town.line.text("Uc", "ごみ");
    group.putObject("source").put("type", "group").put("groupId", "C1").put("userId", "Uc");
    ObjectNode standby = town.line.text("Uc", "ごみ").put("mode", "standby");
    town.deliver(group, standby, town.line.event("Uc", "beacon"));
    town.set("line.loading", "off");
    town.deliver(town.line.text("Uc", "ごみ"));
    town.set("line.loading", "20");
    town.deliver(town.line.text("Ud", "ごみ"));
    await().until(() -> !town.line.loadings().isEmpty());
    assertThat(town.line.loadings())
        .extracting((JsonNode l) -> l.path("chatId").asString())
        .containsExactly("Ud");
  }

  @Test
  void harmsNothingWhenLineRefusesIt() {
    town.line.rates().limit("loading", 0);
    town.deliver(town.line.text("Ue", "ごみ"));
    town.workers.start();
    assertThat(town.read("Ue", 1)).hasSize(1);
    town.settled("Ue");
    assertThat(town.outbox.troubled(LineTown.DEMO, 9)).isEmpty();
  }
}
