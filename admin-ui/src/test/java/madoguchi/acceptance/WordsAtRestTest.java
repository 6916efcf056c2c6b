package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.jdbc.JdbcStorage;
import madoguchi.server.seed.DefaultTown;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two residents speak with a server process, one of them ends and erases. What then lies in the
 * database's files, in the log and in a backup is searched by somebody who has all of it, and the
 * key of the server too.
 */
class WordsAtRestTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String API = "/api/v1/demo/conversations";
  private static final String KEPT = "himitsu-no-kitsune";
  private static final String ERASED = "kieru-hazu-no-tanuki";
  private static final String H2 = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE";

  @TempDir Path folder;

  private record Spoken(String id, String bearer) {}

  @Test
  void cannotBeReadAndOnceErasedNotEvenWithTheKey() throws Exception {
    Path data = folder.resolve("data");
    Path stolen = Files.createDirectories(folder.resolve("stolen"));
    byte[] key;
    byte[] wrapped;
    Spoken kept;
    Spoken erased;
    String log;
    List<String> copied;
    try (ServerProcess server = new ServerProcess(data, Map.of())) {
      kept = speaks(server, KEPT);
      erased = speaks(server, ERASED);
      key = Base64.getDecoder().decode(Files.readString(data.resolve("master.key")).strip());
      // Somebody copies the file while the server runs, and has the key too.
      Files.copy(data.resolve("madoguchi.mv.db"), stolen.resolve("madoguchi.mv.db"));
      copied = contents(stolen);
      wrapped = wrappedKey(stolen, erased.id());
      assertThat(read(stolen, key, erased.id())).as("the key is the right one").contains(ERASED);

      assertThat(
              server
                  .send(
                      HttpRequest.newBuilder(server.at(API + "/" + erased.id()))
                          .header("Authorization", erased.bearer())
                          .DELETE())
                  .statusCode())
          .isEqualTo(204);
      server.stop();
      log = server.printed();
    }
    Path backup = folder.resolve("backup.zip");
    try (Program program = Program.start(data, Map.of(), "backup", backup.toString())) {
      program.ended(0);
    }

    assertThat(log).doesNotContain(KEPT, ERASED, kept.bearer(), erased.bearer());
    List<String> everything = new ArrayList<>(contents(data));
    everything.addAll(entries(backup));
    assertThat(everything).noneMatch(content -> holds(content, KEPT) || holds(content, ERASED));
    // Searched for in parts, for a compacted file is compressed and may cut it into pieces.
    assertThat(parts(wrapped)).noneMatch(part -> stands(everything, part));
    assertThat(parts(wrapped)).anyMatch(part -> stands(copied, part));

    assertThat(read(data, key, kept.id())).contains(KEPT);
    assertThat(read(data, key, erased.id())).isEmpty();
  }

  private Spoken speaks(ServerProcess server, String word) throws IOException {
    JsonNode opened =
        JSON.readTree(
            server
                .send(
                    HttpRequest.newBuilder(server.at(API))
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .body());
    String id = opened.get("conversationId").asString();
    String bearer = "Bearer " + opened.get("token").asString();
    for (String body :
        List.of(
            "{\"clientMessageId\":\"1\",\"text\":\"%sについて教えて\"}".formatted(word),
            "{\"clientMessageId\":\"2\",\"action\":\"handoff\"}")) {
      HttpResponse<String> reply =
          server.send(
              HttpRequest.newBuilder(server.at(API + "/" + id + "/messages"))
                  .header("Authorization", bearer)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body)));
      assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    }
    return new Spoken(id, bearer);
  }

  /** All that the resident said, by the program's own way of reading, with the key. */
  private static String read(Path directory, byte[] key, String conversation) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + directory.resolve("madoguchi") + H2 + ";DB_CLOSE_DELAY=0");
    source.setUser("sa");
    StringBuilder all = new StringBuilder();
    new JdbcStorage(source, key, Clock.systemUTC())
        .conversations().after(DefaultTown.CODE, conversation, 0).stream()
            .map(Utterance::text)
            .forEach(all::append);
    return all.toString();
  }

  private static byte[] wrappedKey(Path directory, String conversation) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:file:" + directory.resolve("madoguchi") + H2, "sa", "");
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT wrapped FROM conversation_key WHERE conversation_id = ?")) {
      query.setString(1, conversation);
      try (ResultSet rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return rows.getBytes(1);
      }
    }
  }

  /** Every file of a directory, a character for each byte. */
  private static List<String> contents(Path directory) throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(all).isNotEmpty();
    return all;
  }

  private static List<String> entries(Path backup) throws IOException {
    List<String> all = new ArrayList<>();
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          all.add(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
      }
    }
    assertThat(all).isNotEmpty();
    return all;
  }

  private static boolean holds(String content, String word) {
    return Stream.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE,
            Charset.forName("windows-31j"))
        .map(charset -> new String(word.getBytes(charset), StandardCharsets.ISO_8859_1))
        .anyMatch(content::contains);
  }

  private static Stream<String> parts(byte[] key) {
    String whole = new String(key, StandardCharsets.ISO_8859_1);
    return IntStream.iterate(0, from -> from + 8 <= whole.length(), from -> from + 4)
        .mapToObj(from -> whole.substring(from, from + 8));
  }

  private static boolean stands(List<String> contents, String part) {
    return contents.stream().anyMatch(content -> content.contains(part));
  }
}
