package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import madoguchi.bot.contract.Ports;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who looks for what waits in a conversation, or for its last lines, reads none of what was before,
 * however long it has been talked: counted by H2 itself, which uses an index for less than
 * PostgreSQL does.
 */
class SettledRowsTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
  private static final int SETTLED = 300;

  @TempDir static Path directory;
  private static HikariDataSource source;
  private static Conversation talkative;

  @BeforeAll
  static void talkMuch() {
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
      ports.conversations().append(DEMO, talkative.id(), List.of(line(i)));
      ports.outbox().settle(dispatch, i == 0 ? SendState.GIVEN_UP : SendState.SENT, "");
      ports.journal().append(asked(i));
      ports.errands().add(errand(i));
      Errand begun = ports.errands().begin(errand(i), NOON.plusSeconds(60)).orElseThrow();
      ports.errands().settle(begun, SendState.SENT, "", NOON);
    }
    ports.errands().add(errand(SETTLED));
    ports.outbox().add(dispatch(SETTLED));
  }

  @AfterAll
  static void close() {
    source.close();
  }

  private static Dispatch dispatch(int number) {
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

  private static JournalEntry asked(int number) {
    return new JournalEntry(
        DEMO,
        talkative.id(),
        "m" + number,
        "line",
        NOON.plusSeconds(number),
        "words",
        "answered",
        "confident",
        "0001",
        List.of(),
        Duration.ZERO);
  }

  private static Errand errand(int number) {
    return Errand.of(
        DEMO, "e" + number, "kind", talkative.id(), 0, NOON, NOON.plusSeconds(600), "words");
  }

  private static Utterance line(int number) {
    return new Utterance(0, NOON, Sender.RESIDENT, "m" + number, "words", List.of(), List.of());
  }

  private static Query explained(Handle handle, String query) {
    return handle
        .createQuery("EXPLAIN ANALYZE " + query)
        .bind("municipality", DEMO.value())
        .bind("conversationId", talkative.id())
        .bind("id", talkative.id())
        .bind("now", NOON)
        .bind("after", NOON.minusSeconds(1))
        .bind("instant", NOON.plusSeconds(SETTLED))
        .bind("messageId", "m")
        .bind("kind", "kind")
        .bind("limit", 5)
        .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true));
  }

  /** The rows that were read in all tables and indexes. */
  private static int rowsRead(String query) {
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
  void areNotReadByWhoWantsTheLatestLines() {
    assertThat(rowsRead(UtteranceRows.LATEST)).isBetween(5, 10);
  }

  @Test
  void areNotReadByWhoWantsToKnowOfTrouble() {
    assertThat(rowsRead(JdbcOutbox.TROUBLE)).isBetween(1, 10);
    assertThat(rowsRead(JdbcOutbox.TROUBLED)).isBetween(1, 10);
  }

  @Test
  void areNotReadByWhoLooksForErrands() {
    assertThat(rowsRead(ErrandSql.DUE)).isBetween(1, 10);
  }

  /** A row of the journal and the key to its words are read for each that is shown. */
  @Test
  void areNotReadByWhoWantsTheLatestQuestions() {
    assertThat(rowsRead(JdbcJournal.BEFORE)).isBetween(5, 20);
  }

  @Test
  void areNotReadByWhoTakesALease() {
    assertThat(rowsRead(LeaseClaims.LOCK_IF_WORK)).isBetween(1, 12);
  }
}
