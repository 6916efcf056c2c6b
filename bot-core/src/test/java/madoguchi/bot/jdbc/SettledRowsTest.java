package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import madoguchi.bot.contract.Ports;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who looks for what waits in a conversation reads none of what was settled there, however long it
 * has been talked: counted by H2 itself, which uses an index for less than PostgreSQL does.
 */
class SettledRowsTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
  private static final int SETTLED = 300;

  @TempDir Path directory;
  private HikariDataSource source;
  private Conversation talkative;

  @BeforeEach
  void talkMuch() {
    source = Databases.h2File(directory.resolve("db"));
    Ports ports = Databases.ports(source);
    ports.municipalities().store(new Municipality(DEMO, "あおば野市", "1", "9", List.of(), Map.of()));
    talkative = ports.conversations().open(DEMO, "line", new Citizen("talkative"), NOON);
    for (int i = 0; i < SETTLED; i++) {
      Arrival arrival =
          new Arrival(DEMO, talkative.id(), "m" + i, "line", NOON.plusSeconds(i), "words");
      ports.inbox().accept(List.of(arrival));
      ports.inbox().done(DEMO, "m" + i, "answered");
      Dispatch dispatch = dispatch(i);
      ports.outbox().add(dispatch);
      ports.outbox().settle(dispatch, i % 2 == 0 ? SendState.SENT : SendState.GIVEN_UP, "");
    }
    ports.outbox().add(dispatch(SETTLED));
  }

  @AfterEach
  void close() {
    source.close();
  }

  private Dispatch dispatch(int number) {
    return new Dispatch(
        DEMO,
        "d" + number,
        talkative.id(),
        1,
        "line",
        NOON.plusSeconds(number),
        NOON.plusSeconds(600),
        "words",
        SendState.READY,
        0,
        "");
  }

  private Query explained(Handle handle, String query) {
    return handle
        .createQuery("EXPLAIN ANALYZE " + query)
        .bind("municipality", DEMO.value())
        .bind("conversationId", talkative.id())
        .bind("id", talkative.id())
        .bind("now", NOON)
        .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true));
  }

  /** The rows that were read in all tables and indexes. */
  private int rowsRead(String query) {
    String plan =
        Jdbi.create(source)
            .withHandle(handle -> explained(handle, query).mapTo(String.class).one());
    return SCANNED
        .matcher(plan)
        .results()
        .flatMapToInt(found -> IntStream.of(Integer.parseInt(found.group(1))))
        .sum();
  }

  @Test
  void areNotReadByWhoSendsWhatWaits() {
    assertThat(rowsRead(JdbcOutbox.PENDING)).isBetween(1, 10);
  }

  @Test
  void areNotReadByWhoLooksSinceWhenSomethingWaits() {
    assertThat(rowsRead(WaitingSince.FOUND)).isBetween(1, 12);
  }

  @Test
  void areNotReadByWhoTakesALease() {
    assertThat(rowsRead(LeaseClaims.LOCK_IF_WORK)).isBetween(1, 12);
  }
}
