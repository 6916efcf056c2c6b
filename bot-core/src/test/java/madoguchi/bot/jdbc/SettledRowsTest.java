package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import madoguchi.bot.contract.PortContract;
import madoguchi.bot.contract.Ports;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.SendState;
import org.assertj.core.api.SoftAssertions;
import org.jdbi.v3.core.Jdbi;
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
class SettledRowsTest extends PortContract {

  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
  private static final int SETTLED = 300;

  /** What is shown or due, five at most, with what belongs to it. */
  private static final int FEW = 20;

  @TempDir static Path directory;
  private static HikariDataSource source;

  @BeforeAll
  static void open() {
    source = Databases.h2File(directory.resolve("db"));
  }

  @AfterAll
  static void close() {
    source.close();
  }

  @Override
  protected Ports fresh() {
    return Databases.emptied(source);
  }

  private static Errand errand(Conversation conversation, int number) {
    Instant end = NOON.plusSeconds(600);
    return Errand.of(DEMO, "e" + number, "kind", conversation.id(), 0, NOON, end, "words");
  }

  /** Each kind of row many times, all settled; then one of what waits. */
  private Conversation talkative() {
    Conversation talkative = conversation();
    for (int i = 0; i < SETTLED; i++) {
      Instant at = NOON.plusSeconds(i);
      ports.inbox().accept(List.of(arrival(talkative, "m" + i, at, "words")));
      ports.inbox().done(DEMO, "m" + i, "answered");
      ports.conversations().append(DEMO, talkative.id(), List.of(line("m" + i, "words")));
      ports.journal().append(journal(talkative, "m" + i, at));
      SendState end = i == 0 ? SendState.GIVEN_UP : SendState.SENT;
      Dispatch dispatch = dispatch(talkative, "d" + i, at);
      ports.outbox().add(dispatch);
      ports.outbox().settle(dispatch, end, "");
      ports.errands().add(errand(talkative, i));
      Errand begun =
          ports.errands().begin(errand(talkative, i), NOON.plusSeconds(60)).orElseThrow();
      ports.errands().settle(begun, end, "", NOON);
    }
    ports.outbox().add(dispatch(talkative, "waits", NOON));
    ports.errands().add(errand(talkative, SETTLED));
    return talkative;
  }

  /** The rows that are read in all tables and indexes. */
  private static int rowsRead(String query, Conversation conversation) {
    String plan =
        Jdbi.create(source)
            .withHandle(
                handle ->
                    handle
                        .createQuery("EXPLAIN ANALYZE " + query)
                        .bind("municipality", DEMO.value())
                        .bind("conversationId", conversation.id())
                        .bind("id", conversation.id())
                        .bind("now", NOON)
                        .bind("after", NOON.minusSeconds(1))
                        .bind("instant", NOON.plusSeconds(SETTLED))
                        .bind("messageId", "m")
                        .bind("kind", "kind")
                        .bind("limit", 5)
                        .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
                        .mapTo(String.class)
                        .one());
    return SCANNED
        .matcher(plan)
        .results()
        .flatMapToInt(found -> IntStream.of(Integer.parseInt(found.group(1))))
        .sum();
  }

  @Test
  void areNotReadByWhoLooksForSomethingElse() {
    Conversation talkative = talkative();
    assertThat(rowsRead("SELECT * FROM outbox", talkative)).isGreaterThan(SETTLED);

    SoftAssertions.assertSoftly(
        all ->
            Map.of(
                    "what is to be sent", JdbcOutbox.PENDING,
                    "since when something waits", WaitingSince.FOUND,
                    "a lease", LeaseClaims.LOCK_IF_WORK,
                    "the latest lines", UtteranceRows.LATEST,
                    "the latest questions", JdbcJournal.BEFORE,
                    "errands", ErrandSql.DUE,
                    "errands in trouble", ErrandSql.TROUBLED,
                    "whether a sending is in trouble", JdbcOutbox.TROUBLE,
                    "sendings in trouble", JdbcOutbox.TROUBLED)
                .forEach(
                    (what, query) ->
                        all.assertThat(rowsRead(query, talkative)).as(what).isBetween(1, FEW)));
  }

  @Test
  void ofOthersAreNotReadByWhoLooksForOneTurn() {
    Conversation other = talkative();
    Conversation quiet = conversation(DEMO, "who says little");
    ports.conversations().append(DEMO, quiet.id(), List.of(line("m", "words"), line("n", "words")));

    SoftAssertions.assertSoftly(
        all ->
            Map.of(
                    "the lines of a turn",
                    UtteranceRows.TURN,
                    "what is taken back",
                    MessageWords.LINES)
                .forEach(
                    (what, query) -> {
                      all.assertThat(rowsRead(query, quiet)).as(what).isBetween(1, FEW);
                      all.assertThat(rowsRead(query, other)).as(what).isGreaterThan(SETTLED);
                    }));
  }
}
