package madoguchi.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.town.Municipality;
import madoguchi.bot.town.Overloaded;
import madoguchi.bot.town.StorageAway;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong in a step. */
class ResponderTest {

  private static final MunicipalityCode TOWN = new MunicipalityCode("demo");

  /** Of a turn whose last lines cannot be read. */
  private static Step.Result.End respond(RuntimeException failure) {
    Step reads =
        turn -> {
          turn.lastSource();
          return new Step.Result.Go(turn);
        };
    return new Responder(List.of(reads))
        .respond(
            new Turn(
                new Municipality(TOWN, "あおば野市", "0", "", List.of(), Map.of()),
                new Conversation(
                    TOWN, "c", "web", new Citizen("k"), ConversationState.BOT, 1, Instant.EPOCH),
                new Said.Text("手数料は？"),
                Lately.readBy(
                    () -> {
                      throw failure;
                    }),
                LocalDate.of(2026, 4, 1),
                List.of()));
  }

  static Stream<RuntimeException> passing() {
    return Stream.of(new StorageAway("inbox"), new Overloaded("what others hold"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatPassesIsForWhoTriesAgain(RuntimeException passing) {
    assertThatThrownBy(() -> respond(passing)).isSameAs(passing);
  }

  @Test
  void whatIsBrokenEndsTheTurn() {
    assertThat(respond(new IllegalStateException("broken")).answer())
        .isEqualTo(new Answer.Failed("IllegalStateException"));
  }
}
