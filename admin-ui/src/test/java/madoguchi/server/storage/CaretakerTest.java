package madoguchi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.jdbc.JdbcStorage;
import madoguchi.bot.post.Arrival;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.seed.DefaultTown;
import madoguchi.server.settings.Settings;
import madoguchi.server.settings.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rounds that look after the database. */
class CaretakerTest {

  private static final MunicipalityCode TOWN = DefaultTown.CODE;

  @TempDir Path directory;

  @Test
  void sweepsWhatIsOldAtAnOrderlyStop() {
    Settings settings = TestSettings.in(directory);
    Clock now = Clock.systemUTC();
    try (Database database = Database.open(settings)) {
      JdbcStorage storage = new JdbcStorage(database.dataSource(), database.masterKey(), now);
      new DefaultTown(storage.municipalities(), storage.faqCatalog()).prepare(settings);
      Conversation in = storage.conversations().open(TOWN, "web", new Citizen("c"), now.instant());
      storage.inbox().accept(List.of(arrival(in, "old", now), arrival(in, "waits", now)));
      storage.inbox().done(TOWN, "old", "answered");
      new Caretaker(database, storage.upkeep(), now, Duration.ofDays(400)).close();
      assertThat(storage.inbox().outcome(TOWN, "old")).contains("answered");
      Clock later = Clock.offset(now, Duration.ofDays(8));
      new Caretaker(database, storage.upkeep(), later, Duration.ofDays(400)).close();
      assertThat(storage.inbox().outcome(TOWN, "old")).isEmpty();
      assertThat(storage.leases().take("worker", later.instant(), Duration.ofSeconds(15)))
          .flatMap(storage.inbox()::next)
          .hasValueSatisfying(next -> assertThat(next.messageId()).isEqualTo("waits"));
    }
  }

  private static Arrival arrival(Conversation in, String id, Clock now) {
    return new Arrival(TOWN, in.id(), id, "web", Instant.EPOCH, now.instant(), "words");
  }
}
