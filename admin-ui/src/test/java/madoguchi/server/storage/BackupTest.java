package madoguchi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.jdbc.JdbcStorage;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.municipality.MunicipalityCode;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From H2 into PostgreSQL and back, without the residents' words. */
class BackupTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final Instant NOON = Instant.parse("2026-11-20T03:00:00Z");
  private static final String WORDS = "となりの犬がうるさい";
  private final byte[] key = new byte[32];

  @TempDir Path folder;

  @Test
  void goesFromH2IntoPostgresAndBack() throws Exception {
    try (HikariDataSource first = h2();
        HikariDataSource last = h2();
        EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      JdbcStorage before = filled(first);
      Path file = folder.resolve("first.zip");
      Backup.write(first, file, table -> {});

      DataSource second = postgres.getPostgresDatabase();
      migrate(second);
      assertThat(Backup.isEmpty(second)).isTrue();
      Backup.read(second, file, table -> {});
      assertThat(Backup.isEmpty(second)).isFalse();
      Path again = folder.resolve("second.zip");
      Backup.write(second, again, table -> {});
      Backup.read(last, again, table -> {});

      for (DataSource source : List.of(second, last)) {
        JdbcStorage after = new JdbcStorage(source, key, Clock.systemUTC());
        assertThat(after.faqCatalog().snapshot(DEMO)).isEqualTo(before.faqCatalog().snapshot(DEMO));
        assertThat(after.municipalities().find(DEMO)).isEqualTo(before.municipalities().find(DEMO));
        assertThat(after.handoffs().pending(DEMO)).isEqualTo(before.handoffs().pending(DEMO));
        // What had no answer yet has lost its words: it is settled, and holds up nothing.
        assertThat(after.inbox().outcome(DEMO, "m1")).contains("failed");
        assertThat(after.leases().take("test", NOON, java.time.Duration.ofSeconds(5))).isEmpty();
      }
    }
  }

  @Test
  void holdsNeitherTheResidentsWordsNorTheirKeys() throws Exception {
    try (HikariDataSource source = h2()) {
      filled(source);
      Path file = folder.resolve("backup.zip");
      Backup.write(source, file, table -> {});
      try (ZipFile zip = new ZipFile(file.toFile())) {
        assertThat(zip.getEntry("conversation_key.jsonl")).isNull();
        assertThat(zip.getEntry("utterance.jsonl")).isNull();
        assertThat(zip.getEntry("staff_session.jsonl")).isNull();
        assertThat(zip.getEntry("faq_entry.jsonl")).isNotNull();
        StringBuilder all = new StringBuilder();
        for (var entry : java.util.Collections.list(zip.entries())) {
          all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(all.toString())
            .contains("14日以内")
            .doesNotContain(WORDS)
            .doesNotContain("秘密の値")
            .doesNotContain(
                Base64.getEncoder().encodeToString(WORDS.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  @Test
  void restoresAllOrNothing() throws Exception {
    Path broken = folder.resolve("broken.zip");
    try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(broken))) {
      zip.putNextEntry(new java.util.zip.ZipEntry("faq_catalog.jsonl"));
      zip.write("{\"municipality\":\"demo\",\"revision\":1}\n".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new java.util.zip.ZipEntry("faq_entry.jsonl"));
      zip.write("{\"municipality\":\"demo\"}\n".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    try (HikariDataSource source = h2()) {
      assertThatThrownBy(() -> Backup.read(source, broken, table -> {}))
          .isInstanceOf(IllegalStateException.class);
      JdbcStorage storage = new JdbcStorage(source, key, Clock.systemUTC());
      assertThat(storage.faqCatalog().revision(DEMO)).isZero();
    }
  }

  private JdbcStorage filled(DataSource source) {
    JdbcStorage storage = new JdbcStorage(source, key, Clock.systemUTC());
    storage
        .municipalities()
        .store(
            new Municipality(
                DEMO,
                "あおば野市",
                "0000-12-3000",
                "平日",
                List.of(new Department("shimin", "市民課", "0000-12-3101", "1階", "平日")),
                Map.of("line.channel-secret", "秘密の値")));
    storage.faqCatalog().store(DEMO, List.of(FaqEntry.of("tennyu", "転入届", "14日以内に。")), "test");
    Conversation conversation =
        storage
            .conversations()
            .open(DEMO, "web", storage.pseudonyms().citizen(DEMO, "web", "x"), NOON);
    storage
        .conversations()
        .append(
            DEMO,
            conversation.id(),
            List.of(new Utterance(0, NOON, Sender.RESIDENT, "m0", WORDS, List.of(), List.of())));
    storage.inbox().accept(List.of(new Arrival(DEMO, conversation.id(), "m1", "web", NOON, WORDS)));
    storage.handoffs().open(DEMO, conversation.id(), "市民課", NOON);
    return storage;
  }

  private static HikariDataSource h2() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    HikariDataSource source = new HikariDataSource(config);
    migrate(source);
    return source;
  }

  private static void migrate(DataSource source) {
    Flyway.configure().dataSource(source).load().migrate();
  }
}
