package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import madoguchi.bot.contract.Ports;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What stands in PostgreSQL's file of conversation keys. */
class PostgresOnDiskTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");

  private final Ports ports = Databases.emptied(Databases.postgres());

  @Test
  void theTablesFileHoldsNoKeyOfAnErasedConversationAfterUpkeep() {
    ports.municipalities().store(new Municipality(DEMO, "あおば野市", "1", "9", List.of(), Map.of()));
    Conversation conversation =
        ports.conversations().open(DEMO, "web", new Citizen("c"), Instant.EPOCH);
    Conversation living = ports.conversations().open(DEMO, "web", new Citizen("d"), Instant.EPOCH);
    Jdbi jdbi = Jdbi.create(Databases.postgres());
    try (Handle handle = jdbi.open()) {
      byte[] key = wrapped(handle, conversation);
      ports.conversations().erase(DEMO, conversation.id());
      assertThat(stands(handle, key)).as("PostgreSQL keeps old bytes for a while").isTrue();
      new JdbcStorage(Databases.postgres(), Databases.MASTER_KEY, Clock.systemUTC())
          .upkeep()
          .nightly();
      assertThat(stands(handle, key)).isFalse();
      assertThat(stands(handle, wrapped(handle, living))).isTrue();
    }
  }

  private static byte[] wrapped(Handle handle, Conversation conversation) {
    return handle
        .createQuery("SELECT wrapped FROM conversation_key WHERE conversation_id = ?")
        .bind(0, conversation.id())
        .mapTo(byte[].class)
        .one();
  }

  private static boolean stands(Handle handle, byte[] key) {
    handle.execute("CHECKPOINT");
    byte[] file =
        handle
            .createQuery(
                "SELECT pg_read_binary_file(pg_relation_filepath('public.conversation_key'))")
            .mapTo(byte[].class)
            .one();
    return new String(file, StandardCharsets.ISO_8859_1)
        .contains(new String(key, StandardCharsets.ISO_8859_1));
  }
}
