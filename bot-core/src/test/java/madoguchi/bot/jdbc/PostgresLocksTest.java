package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import madoguchi.bot.contract.PortContract;
import madoguchi.bot.contract.Ports;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.post.Lease;
import madoguchi.bot.town.StorageAway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Somebody holds a lock for long, or the database is away. */
class PostgresLocksTest extends PortContract {

  private static final HikariDataSource LIMITED = pool(url(), "-c lock_timeout=300ms");

  private static String url() {
    return ((HikariDataSource) Databases.postgres()).getJdbcUrl();
  }

  private static HikariDataSource pool(String url, String options) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("postgres");
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(250);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("options", options);
    return new HikariDataSource(config);
  }

  @AfterAll
  static void close() {
    LIMITED.close();
  }

  @Override
  protected Ports fresh() {
    Databases.emptied(Databases.postgres());
    return Databases.ports(LIMITED);
  }

  @Test
  void aLockThatSomebodyHoldsFailsOnlyWhoNeedsIt() throws Exception {
    Conversation stuck = conversation(DEMO, "stuck");
    Conversation other = conversation(DEMO, "other");
    Lease first = lease(stuck);
    Lease second = lease(other);
    try (Connection frozen = Databases.postgres().getConnection();
        PreparedStatement lock =
            frozen.prepareStatement("SELECT 1 FROM conversation WHERE id = ? FOR UPDATE")) {
      frozen.setAutoCommit(false);
      lock.setString(1, stuck.id());
      lock.execute();
      List<CompletableFuture<Boolean>> turns =
          List.of(committing(first), committing(second), committing(second));
      assertThat(turns.get(1).join()).isTrue();
      assertThat(turns.get(2).join()).isTrue();
      assertThatThrownBy(turns.get(0)::join)
          .isInstanceOf(CompletionException.class)
          .cause()
          .isNotInstanceOf(StorageAway.class);
      frozen.rollback();
    }
    assertThat(committing(first).join()).isTrue();
  }

  private CompletableFuture<Boolean> committing(Lease lease) {
    return CompletableFuture.supplyAsync(() -> ports.unitOfWork().commit(lease, () -> true));
  }

  @Test
  void everyPortSaysThatTheDatabaseIsAway() {
    Lease lease = lease(conversation());
    try (HikariDataSource nowhere = pool("jdbc:postgresql://127.0.0.1:1/none", "")) {
      Ports away = Databases.ports(nowhere);
      for (Runnable use :
          List.<Runnable>of(
              () -> away.municipalities().all(),
              () -> away.conversations().find(DEMO, lease.conversationId()),
              () -> away.inbox().accept(List.of(arrival(conversation(), "m"))),
              () -> away.outbox().next(lease),
              () -> away.leases().take("w", NOON, LENGTH),
              () -> away.unitOfWork().commit(lease, () -> true),
              () -> away.faqCatalog().revision(DEMO),
              () -> away.handoffs().pending(DEMO),
              () -> away.journal().before(DEMO, NOON, 1))) {
        assertThatThrownBy(use::run).isInstanceOf(StorageAway.class);
      }
    }
    assertThatThrownBy(() -> ports.unitOfWork().commit(lease, this::refused))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private boolean refused() {
    throw new IllegalArgumentException("no outage");
  }
}
