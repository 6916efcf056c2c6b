package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import madoguchi.bot.contract.PortContract;
import madoguchi.bot.contract.Ports;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Lease;
import madoguchi.bot.post.SendState;
import madoguchi.bot.resolved.ResolvedQuestion;
import madoguchi.bot.resolved.Vote;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqEntry;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;

/** What holds on every database, beyond the contracts of the ports. */
abstract class DatabaseContract extends PortContract {

  private static final Duration YEAR = Duration.ofDays(365);
  private static final String SECRET = "ひみつの引っ越し";

  /** The database that the ports are over. */
  protected abstract DataSource source();

  @Override
  protected final Ports fresh() {
    return Databases.emptied(source());
  }

  private Jdbi jdbi() {
    return Jdbi.create(source());
  }

  private List<String> strings(String query) {
    return jdbi().withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  /** Everything that stands in all tables, as one text per row. */
  private List<String> dump() throws SQLException {
    return jdbi()
        .withHandle(
            handle ->
                Databases.tables(handle.getConnection()).stream()
                    .flatMap(
                        table ->
                            handle.createQuery("SELECT * FROM " + table).mapToMap().stream()
                                .map(row -> table + " " + readable(row)))
                    .toList());
  }

  private static String readable(Map<String, Object> row) {
    StringBuilder all = new StringBuilder();
    row.forEach(
        (name, value) ->
            all.append(name)
                .append('=')
                .append(
                    value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : value)
                .append(' '));
    return all.toString();
  }

  private Conversation secretConversation() {
    Conversation conversation = conversation(DEMO, "secret-" + SECRET);
    ports.conversations().append(DEMO, conversation.id(), List.of(line("m", SECRET)));
    ports
        .inbox()
        .accept(List.of(arrival(conversation, "m", NOON, "{\"text\":\"" + SECRET + "\"}")));
    ports
        .outbox()
        .add(dispatch(conversation, "d", NOON).moved(madoguchi.bot.post.SendState.READY, 0, ""));
    ports.journal().append(journal(conversation, "m", NOON));
    ports
        .resolved()
        .vote(new Vote(DEMO, conversation.id(), 1, "m", SECRET, SECRET, "0001", true, NOON));
    return conversation;
  }

  @Test
  void everyPrimaryKeyBeginsWithTheMunicipality() throws SQLException {
    try (Connection connection = source().getConnection()) {
      DatabaseMetaData schema = connection.getMetaData();
      List<String> tables = Databases.tables(connection);
      assertThat(tables).contains("conversation", "inbox", "outbox", "journal", "faq_entry");
      for (String table : tables) {
        String first = null;
        try (ResultSet keys = schema.getPrimaryKeys(null, "public", table)) {
          while (keys.next()) {
            first = keys.getInt("KEY_SEQ") == 1 ? keys.getString("COLUMN_NAME") : first;
          }
        }
        assertThat(first)
            .as("first column of the primary key of " + table)
            .isEqualTo("municipality");
      }
    }
  }

  @Test
  void noWordStandsInAnyTable() throws SQLException {
    Conversation conversation = secretConversation();
    List<String> rows = dump();
    assertThat(rows).hasSize(9);
    assertThat(String.join("\n", rows))
        .contains(conversation.id())
        .doesNotContain(SECRET)
        .doesNotContain("words of d")
        .doesNotContain("引っ越しは？")
        .doesNotContain("geheim-demo");
  }

  @Test
  void aDecisionIsSealedWithTheTownsKey() throws SQLException {
    ports.resolved().decide(new ResolvedQuestion(DEMO, "d", SECRET, "0001", "hana", NOON));
    assertThat(String.join("\n", dump())).contains("hana").doesNotContain(SECRET);
    assertThat(ports.resolved().decided(DEMO).getFirst().question()).isEqualTo(SECRET);
  }

  @Test
  void afterErasureNoSealedWordAndNoKeyStandsInAnyTable() {
    Conversation conversation = secretConversation();
    ports.conversations().erase(DEMO, conversation.id());
    jdbi()
        .useHandle(
            handle -> {
              for (String table :
                  List.of("conversation", "conversation_key", "utterance", "vote")) {
                assertThat(count(handle, table, "TRUE")).as(table).isZero();
              }
              assertThat(count(handle, "inbox", "payload IS NOT NULL OR fingerprint IS NOT NULL"))
                  .isZero();
              assertThat(count(handle, "outbox", "payload IS NOT NULL")).isZero();
              assertThat(count(handle, "journal", "question IS NOT NULL")).isZero();
              assertThat(count(handle, "journal", "TRUE")).isOne();
            });
  }

  private static int count(org.jdbi.v3.core.Handle handle, String table, String condition) {
    return handle
        .createQuery("SELECT COUNT(*) FROM " + table + " WHERE " + condition)
        .mapTo(Integer.class)
        .one();
  }

  @Test
  void dropsPayloadsOnceDealtWith() {
    Conversation conversation = secretConversation();
    ports.inbox().done(DEMO, "m", "answered");
    ports.outbox().trying(dispatch(conversation, "d", NOON));
    ports
        .outbox()
        .settle(dispatch(conversation, "d", NOON), madoguchi.bot.post.SendState.SENT, "200");
    jdbi()
        .useHandle(
            handle -> {
              assertThat(count(handle, "inbox", "payload IS NULL AND outcome = 'answered'"))
                  .isOne();
              assertThat(count(handle, "outbox", "payload IS NULL AND state = 'SENT'")).isOne();
            });
  }

  @Test
  void aWorkerIsNotHinderedByWhatOthersHaveLocked() throws Exception {
    List<Conversation> waiting =
        IntStream.range(0, 3).mapToObj(i -> conversation(DEMO, "c" + i)).toList();
    for (int i = 0; i < 3; i++) {
      ports.inbox().accept(List.of(arrival(waiting.get(i), "m" + i, NOON.plusMillis(i), "words")));
    }
    Lease first = ports.leases().take("w0", NOON, LENGTH).orElseThrow();
    Instant later = NOON.plus(LENGTH);
    Ports otherNode = Databases.ports(source());
    Optional<Lease> other =
        ports
            .unitOfWork()
            .commit(
                first,
                () -> {
                  ports
                      .conversations()
                      .append(DEMO, first.conversationId(), List.of(line("m", "a")));
                  return CompletableFuture.supplyAsync(
                          () -> otherNode.leases().take("w1", later, LENGTH))
                      .orTimeout(10, TimeUnit.SECONDS)
                      .join();
                });
    assertThat(other).map(Lease::conversationId).contains(waiting.get(1).id());
  }

  @Test
  void theCatalogTakesPartInACommit() {
    assertThatThrownBy(
            () ->
                ports
                    .unitOfWork()
                    .commit(
                        () -> {
                          ports.faqCatalog().store(DEMO, List.of(FaqEntry.of("1", "q", "a")), "t");
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");
    assertThat(ports.faqCatalog().revision(DEMO)).isZero();
    assertThat(ports.faqCatalog().find(DEMO, "1")).isEmpty();
    assertThat(jdbi().<Integer, RuntimeException>withHandle(h -> count(h, "audit", "TRUE")))
        .isZero();
  }

  @Test
  void storingAnEntryLeavesWhoAndWhatInTheAudit() {
    ports
        .faqCatalog()
        .store(DEMO, List.of(FaqEntry.of("1", "q", "a"), FaqEntry.of("2", "q", "a")), "tanaka");
    List<Map<String, Object>> lines =
        jdbi()
            .withHandle(
                h -> h.createQuery("SELECT * FROM audit ORDER BY number").mapToMap().list());
    assertThat(lines).extracting(line -> line.get("subject")).containsExactly("1", "2");
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line).containsEntry("municipality", "demo");
              assertThat(line).containsEntry("actor", "tanaka");
              assertThat(line).containsEntry("action", "faq.stored");
            });
  }

  @Test
  void anotherMasterKeyIsNoticedAtOnce() {
    byte[] another = new byte[32];
    JdbcStorage storage = new JdbcStorage(source(), another, Clock.systemUTC());
    assertThatThrownBy(() -> storage.municipalities().all())
        .isInstanceOf(WrongMasterKey.class)
        .hasMessageContaining("master key");
    String id = conversation().id();
    assertThatThrownBy(() -> storage.conversations().append(DEMO, id, List.of(line("m", "a"))))
        .isInstanceOf(WrongMasterKey.class);
  }

  @Test
  void anotherNodeSeesAChangedTownWithinASecond() {
    AtomicReference<Instant> now = new AtomicReference<>(NOON);
    Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    JdbcStorage node = new JdbcStorage(source(), Databases.MASTER_KEY, clock);
    assertThat(node.municipalities().find(DEMO)).map(Municipality::name).contains("あおば野市");
    ports.municipalities().store(town(DEMO, "青葉野市"));
    assertThat(ports.municipalities().find(DEMO)).map(Municipality::name).contains("青葉野市");
    now.set(NOON.plus(Duration.ofSeconds(1)));
    assertThat(node.municipalities().find(DEMO)).map(Municipality::name).contains("青葉野市");
  }

  @Test
  void aRestoredConversationGoesOnWithoutItsOldWords() {
    Conversation conversation = secretConversation();
    jdbi().useHandle(handle -> handle.execute("DELETE FROM conversation_key"));
    // A server that was restored starts anew.
    ports = Databases.ports(source());
    assertThat(ports.conversations().after(DEMO, conversation.id(), 0)).isEmpty();
    assertThat(ports.journal().before(DEMO, NOON.plusSeconds(9), 9).getFirst().question())
        .isEmpty();
    ports.inbox().accept(List.of(arrival(conversation, "m2", NOON, "new words")));
    Lease lease = ports.leases().take("w", NOON, LENGTH).orElseThrow();
    assertThat(ports.inbox().next(lease).orElseThrow().messageId()).isEqualTo("m2");
    assertThat(ports.outbox().next(lease)).isEmpty();
    ports.conversations().append(DEMO, conversation.id(), List.of(line("m2", "new")));
    assertThat(ports.conversations().after(DEMO, conversation.id(), 0))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.text()).isEqualTo("new");
              assertThat(line.number()).isEqualTo(2);
            });
  }

  @Test
  void aKeyWhoseTransactionWasUndoneSealsNothing() {
    Conversation conversation = secretConversation();
    jdbi().useHandle(handle -> handle.execute("DELETE FROM conversation_key"));
    ports = Databases.ports(source());
    assertThatThrownBy(
            () ->
                ports
                    .unitOfWork()
                    .commit(
                        () -> {
                          ports
                              .conversations()
                              .append(DEMO, conversation.id(), List.of(line("m", "a")));
                          ports.outbox().add(dispatch(conversation, "undone", NOON));
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");
    ports.inbox().accept(List.of(arrival(conversation, "m2", NOON, "new words")));
    ports.inbox().accept(List.of(arrival(conversation, "m3", NOON, "more words")));
    Ports another = Databases.ports(source());
    Lease lease = another.leases().take("w", NOON, LENGTH).orElseThrow();
    assertThat(another.inbox().next(lease).orElseThrow().payload()).isEqualTo("new words");
    another.inbox().done(DEMO, "m2", "answered");
    assertThat(ports.inbox().next(lease).orElseThrow().payload()).isEqualTo("more words");
  }

  @Test
  void anErasureByAnotherNodeHoldsThoughTheKeyIsStillRemembered() throws SQLException {
    Conversation conversation = secretConversation();
    assertThat(ports.conversations().after(DEMO, conversation.id(), 0)).isNotEmpty();
    Databases.ports(source()).conversations().erase(DEMO, conversation.id());
    assertThat(ports.conversations().after(DEMO, conversation.id(), 0)).isEmpty();
    assertThat(ports.conversations().append(DEMO, conversation.id(), List.of(line("m", SECRET))))
        .isEmpty();
    ports.inbox().accept(List.of(arrival(conversation, "late", NOON, SECRET)));
    ports.outbox().add(dispatch(conversation, "late", NOON));
    ports.journal().append(journal(conversation, "late", NOON));
    assertThat(ports.inbox().outcome(DEMO, "late")).contains("erased");
    long sealed =
        jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            SELECT (SELECT COUNT(*) FROM inbox WHERE payload IS NOT NULL)
                              + (SELECT COUNT(*) FROM outbox WHERE payload IS NOT NULL)
                              + (SELECT COUNT(*) FROM journal WHERE question IS NOT NULL)
                              + (SELECT COUNT(*) FROM utterance)""")
                        .mapTo(Long.class)
                        .one());
    assertThat(sealed).isZero();
  }

  @Test
  void aBackupsOmissionsAreTablesAndColumnsThatExist() throws SQLException {
    try (Connection connection = source().getConnection()) {
      for (var omission : JdbcStorage.LEFT_OUT_OF_BACKUPS.entrySet()) {
        assertThat(Databases.tables(connection)).contains(omission.getKey());
        for (String column : omission.getValue()) {
          try (ResultSet columns =
              connection.getMetaData().getColumns(null, "public", omission.getKey(), column)) {
            assertThat(columns.next()).as(omission.getKey() + "." + column).isTrue();
            assertThat(columns.getString("IS_NULLABLE")).isEqualTo("YES");
          }
        }
      }
    }
  }

  @Test
  void aFailureDoesNotShowWhatElseWasBound() {
    String tooLong = "c".repeat(1_000);
    assertThatThrownBy(() -> ports.handoffs().open(DEMO, tooLong, SECRET, NOON))
        .isInstanceOf(JdbiException.class)
        .satisfies(
            failure -> {
              StringWriter everything = new StringWriter();
              failure.printStackTrace(new PrintWriter(everything));
              assertThat(everything.toString()).doesNotContain(SECRET);
            });
  }

  @Test
  void sweepsIdsWhoseTimeIsOverAndNothingThatWaits() {
    Upkeep upkeep = new JdbcStorage(source(), Databases.MASTER_KEY, Clock.systemUTC()).upkeep();
    Conversation c = conversation(DEMO, "somebody");
    ports.inbox().accept(List.of(arrival(c, "answered"), arrival(c, "waits")));
    ports.inbox().done(DEMO, "answered", "answered");
    Instant now = NOON;
    ports.conversations().named(DEMO, c.id(), "line-1", "answered", now);
    assertThat(upkeep.sweep(now.plus(Duration.ofDays(6)), YEAR)).isZero();
    assertThat(ports.inbox().accept(List.of(arrival(c, "answered"))))
        .containsExactly(Inbox.Acceptance.REPEATED);
    assertThat(upkeep.sweep(now.plus(Duration.ofDays(8)), YEAR)).isEqualTo(1);
    assertThat(ports.inbox().outcome(DEMO, "answered")).isEmpty();
    assertThat(ports.inbox().next(new Lease(DEMO, c.id(), 1)))
        .hasValueSatisfying(next -> assertThat(next.messageId()).isEqualTo("waits"));
    ports.conversations().takeBack(DEMO, c.id(), "line-1", now);
    assertThat(ports.conversations().wasTakenBack(DEMO, c.id(), "answered")).isTrue();
    assertThat(upkeep.sweep(now.plus(Duration.ofDays(31)), YEAR)).isEqualTo(1);
    assertThat(ports.conversations().wasTakenBack(DEMO, c.id(), "answered")).isFalse();
    assertThat(upkeep.sweep(now.plus(Duration.ofDays(90)), YEAR)).isZero();
  }

  @Test
  void sweepsHowSendingsEndedAndWhatWasFoundUsefulWhenTheTimeIsOver() {
    Upkeep upkeep = new JdbcStorage(source(), Databases.MASTER_KEY, Clock.systemUTC()).upkeep();
    Conversation c = conversation(DEMO, "somebody");
    for (SendState state : SendState.values()) {
      Dispatch dispatch = dispatch(c, "d " + state, NOON);
      ports.outbox().add(dispatch);
      if (state != SendState.READY) {
        ports.outbox().trying(dispatch);
        ports.outbox().settle(dispatch, state, "note");
      }
    }
    ports.conversations().append(DEMO, c.id(), List.of(line("m", "a")));
    ports.journal().feedback(DEMO, c.id(), 1, true, NOON);
    assertThat(upkeep.sweep(NOON.plus(YEAR), YEAR)).isZero();
    assertThat(upkeep.sweep(NOON.plus(YEAR).plusMillis(1), YEAR))
        .isEqualTo(SendState.values().length - 2 + 1);
    assertThat(strings("SELECT state FROM outbox")).containsExactlyInAnyOrder("READY", "TRYING");
    assertThat(strings("SELECT conversation_id FROM feedback")).isEmpty();
  }

  @Test
  void sweepsHoweverManyThereAre() {
    Upkeep upkeep = new JdbcStorage(source(), Databases.MASTER_KEY, Clock.systemUTC()).upkeep();
    int many = Sweep.AT_ONCE * 2 + 1;
    jdbi()
        .useHandle(
            handle -> {
              PreparedBatch batch =
                  handle.prepareBatch(
                      "INSERT INTO feedback (municipality, conversation_id, number, useful,"
                          + " given_at) VALUES ('demo', 'c', ?, TRUE, ?)");
              for (int i = 0; i < many; i++) {
                batch.add(i, NOON.minus(YEAR).minusSeconds(1 + i).atOffset(ZoneOffset.UTC));
              }
              batch.execute();
            });
    assertThat(upkeep.sweep(NOON, YEAR)).isEqualTo(many);
  }

  @Test
  void whatWasFoundUsefulGoesWithTheConversation() {
    Conversation erased = conversation(DEMO, "erased");
    Conversation living = conversation(DEMO, "living");
    for (Conversation c : List.of(erased, living)) {
      ports.conversations().append(DEMO, c.id(), List.of(line("m", "a")));
      ports.journal().feedback(DEMO, c.id(), 1, true, NOON);
    }
    ports.conversations().erase(DEMO, erased.id());
    assertThat(strings("SELECT conversation_id FROM feedback")).containsExactly(living.id());
  }

  @Test
  void upkeepLeavesWhatLives() {
    Conversation erased = conversation(DEMO, "erased");
    Conversation living = conversation(DEMO, "living");
    ports.conversations().append(DEMO, living.id(), List.of(line("m", "a")));
    ports.conversations().erase(DEMO, erased.id());
    Upkeep upkeep = new JdbcStorage(source(), Databases.MASTER_KEY, Clock.systemUTC()).upkeep();
    upkeep.often();
    boolean rewritten = upkeep.nightly();
    assertThat(jdbi().<Integer, RuntimeException>withHandle(h -> count(h, "erasure", "TRUE")))
        .as("erasures that may still stand in a file")
        .isEqualTo(rewritten ? 0 : 1);
    assertThat(ports.conversations().after(DEMO, living.id(), 0))
        .extracting(Utterance::text)
        .containsExactly("a");
  }
}
