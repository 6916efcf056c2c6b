package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.bot.contract.Ports;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Inbox.Acceptance;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in H2's file: what can be read there, and what survives a kill. */
class H2OnDiskTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");
  private static final String SECRET = "himitsu-no-hikkoshi";

  @TempDir Path directory;
  private Path file;
  private HikariDataSource source;
  private Ports ports;

  @BeforeEach
  void open() {
    file = directory.resolve("db");
    source = Databases.h2File(file);
    ports = Databases.ports(source);
    ports
        .municipalities()
        .store(new Municipality(DEMO, "あおば野市", "1", "9", List.of(), Map.of("token", SECRET)));
  }

  @AfterEach
  void close() {
    source.close();
  }

  private Conversation talk(String citizen) {
    Conversation conversation = ports.conversations().open(DEMO, "web", new Citizen(citizen), NOON);
    ports
        .inbox()
        .accept(List.of(new Arrival(DEMO, conversation.id(), "m-" + citizen, "web", NOON, SECRET)));
    ports
        .conversations()
        .append(
            DEMO,
            conversation.id(),
            List.of(new Utterance(0, NOON, Sender.RESIDENT, "m", SECRET, List.of(), List.of())));
    return conversation;
  }

  private byte[] wrappedKey(Conversation conversation) {
    return Jdbi.create(source)
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT wrapped FROM conversation_key WHERE conversation_id = ?")
                    .bind(0, conversation.id())
                    .mapTo(byte[].class)
                    .one());
  }

  /** The files of the database's directory, a character for each byte. */
  private List<String> files() throws IOException {
    List<String> contents = new ArrayList<>();
    try (var files = Files.list(directory)) {
      for (Path each : files.toList()) {
        contents.add(Files.readString(each, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  /**
   * Whether a part of the key stands anywhere: a compacted file is compressed, which cuts random
   * bytes into runs of up to 32.
   */
  private boolean stands(byte[] key) throws IOException {
    String whole = new String(key, StandardCharsets.ISO_8859_1);
    List<String> contents = files();
    return IntStream.iterate(0, from -> from + 8 <= whole.length(), from -> from + 4)
        .mapToObj(from -> whole.substring(from, from + 8))
        .anyMatch(part -> contents.stream().anyMatch(content -> content.contains(part)));
  }

  private boolean stands(String text) throws IOException {
    List<String> contents = files();
    return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)
        .map(charset -> new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))
        .anyMatch(bytes -> contents.stream().anyMatch(content -> content.contains(bytes)));
  }

  @Test
  void holdsNoWordsThatCouldBeRead() throws IOException {
    Conversation conversation = talk("somebody");
    source.close();
    assertThat(stands(conversation.id())).isTrue();
    assertThat(stands(SECRET)).isFalse();
  }

  private Upkeep upkeep() {
    return new JdbcStorage(source, Databases.MASTER_KEY, Clock.systemUTC()).upkeep();
  }

  @Test
  void holdsNoKeyOfAnErasedConversationOnceRewritten() throws IOException {
    List<Conversation> talks = IntStream.range(0, 200).mapToObj(i -> talk("c" + i)).toList();
    List<Conversation> erased = List.of(talks.getFirst(), talks.get(99), talks.getLast());
    List<byte[]> keys = erased.stream().map(this::wrappedKey).toList();
    erased.forEach(conversation -> ports.conversations().erase(DEMO, conversation.id()));
    assertThat(stands(keys.get(1))).as("H2 keeps old bytes for a while").isTrue();

    assertThat(upkeep().nightly()).isTrue();

    for (byte[] key : keys) {
      assertThat(stands(key)).isFalse();
    }
    assertThat(stands(wrappedKey(talks.get(100)))).isTrue();
    assertThat(ports.conversations().after(DEMO, talks.get(100).id(), 0))
        .extracting(Utterance::text)
        .containsExactly(SECRET);
  }

  @Test
  void rewritesNothingWithoutAnErasure() throws IOException {
    talk("somebody");
    long before = Files.getLastModifiedTime(directory.resolve("db.mv.db")).toMillis();
    assertThat(upkeep().nightly()).isTrue();
    assertThat(Files.getLastModifiedTime(directory.resolve("db.mv.db")).toMillis())
        .isEqualTo(before);
  }

  @Test
  void putsTheRewritingOffWhileSomebodyHoldsAConnection() throws SQLException {
    ports.conversations().erase(DEMO, talk("somebody").id());
    try (Connection held = source.getConnection()) {
      assertThat(held.isValid(1)).isTrue();
      assertThat(upkeep().nightly()).isFalse();
    }
    assertThat(upkeep().nightly()).isTrue();
  }

  @Test
  void goesOnWhileItsFileIsTidiedAndRewritten() throws InterruptedException {
    AtomicReference<Throwable> failed = new AtomicReference<>();
    Thread busy =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((thread, reason) -> failed.set(reason))
            .start(
                () -> {
                  for (int i = 0; i < 150; i++) {
                    Conversation conversation = talk("c" + i);
                    if (i % 3 == 0) {
                      ports.conversations().erase(DEMO, conversation.id());
                    }
                  }
                });
    int rewritten = 0;
    for (int round = 1; busy.isAlive(); round++) {
      upkeep().often();
      rewritten += round % 10 == 0 && upkeep().nightly() ? 1 : 0;
    }
    busy.join();
    assertThat(failed.get()).isNull();
    assertThat(rewritten).isPositive();
    source.close();
    source = Databases.h2File(file);
    ports = Databases.ports(source);
    for (int i = 0; i < 150; i++) {
      var living = ports.conversations().of(DEMO, "web", new Citizen("c" + i));
      assertThat(living.isPresent()).as("conversation " + i).isEqualTo(i % 3 != 0);
      living.ifPresent(
          c ->
              assertThat(ports.conversations().after(DEMO, c.id(), 0))
                  .extracting(Utterance::text)
                  .containsExactly(SECRET));
    }
  }

  @Test
  void losesNothingCommittedWhenTheProcessIsKilled() throws Exception {
    source.close();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Accepting.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> accepted = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        accepted.add(line);
        if (accepted.size() == 100) {
          // SIGKILL: what it said before still comes.
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(accepted).hasSizeGreaterThanOrEqualTo(100);

    source = Databases.h2File(file);
    ports = Databases.ports(source);
    Conversation conversation =
        ports.conversations().of(DEMO, "web", new Citizen("somebody")).orElseThrow();
    for (String id : accepted) {
      assertThat(ports.inbox().accept(List.of(Accepting.arrival(conversation, id))))
          .as(id)
          .containsExactly(Acceptance.REPEATED);
    }
  }

  /** The process that is killed: accepts message after message, and says each once it is stored. */
  static final class Accepting {

    private Accepting() {}

    static Arrival arrival(Conversation conversation, String id) {
      return new Arrival(DEMO, conversation.id(), id, "web", NOON, "words of " + id);
    }

    public static void main(String[] arguments) {
      Ports ports = Databases.ports(Databases.h2File(Path.of(arguments[0])));
      Conversation conversation =
          ports.conversations().open(DEMO, "web", new Citizen("somebody"), NOON);
      for (int i = 0; ; i++) {
        ports.inbox().accept(List.of(arrival(conversation, "m" + i)));
        System.out.println("m" + i);
      }
    }
  }
}
