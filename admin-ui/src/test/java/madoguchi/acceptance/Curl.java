package madoguchi.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program curl, as an integrator would use it: nothing of this JVM's own client is in play. */
final class Curl {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String NO_ANSWER = "000";

  private final Path folder;
  private final AtomicInteger calls = new AtomicInteger();

  /** Keeps what is sent and received in a folder. */
  Curl(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** What came back, of several answers (100 Continue) the last. */
  record Answer(int status, List<String> headers, String body) {

    Optional<String> header(String name) {
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .reduce((earlier, later) -> later);
    }

    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  Answer get(Object url, String... options) throws Exception {
    return call(url, List.of(options));
  }

  /** Sends a body by a file, so that no shell or locale touches its bytes. */
  Answer send(String method, Object url, byte[] body, String... options) throws Exception {
    Path file = Files.write(folder.resolve("sent-" + calls.incrementAndGet()), body);
    List<String> all = new ArrayList<>(List.of("-X", method, "--data-binary", "@" + file));
    if (List.of(options).stream().noneMatch(option -> option.startsWith("Content-Type"))) {
      all.addAll(List.of("-H", "Content-Type: application/json"));
    }
    all.addAll(List.of(options));
    return call(url, all);
  }

  Answer post(Object url, String body, String... options) throws Exception {
    return send("POST", url, body.getBytes(StandardCharsets.UTF_8), options);
  }

  private Answer call(Object url, List<String> options) throws IOException, InterruptedException {
    int call = calls.incrementAndGet();
    Path headers = folder.resolve("headers-" + call);
    Path body = Files.createFile(folder.resolve("body-" + call));
    List<String> command =
        new ArrayList<>(List.of("curl", "-sS", "-m", "60", "-w", "%{http_code}"));
    command.addAll(List.of("-D", headers.toString(), "-o", body.toString()));
    command.addAll(options);
    command.add(url.toString());
    Path said = folder.resolve("said-" + call);
    Process process =
        new ProcessBuilder(command)
            .redirectError(said.toFile())
            .redirectOutput(ProcessBuilder.Redirect.PIPE)
            .start();
    String status = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    if (status.equals(NO_ANSWER) || !Files.exists(headers)) {
      throw new IOException("curl: " + Files.readString(said) + " for " + url);
    }
    return new Answer(
        Integer.parseInt(status),
        Files.readAllLines(headers, StandardCharsets.ISO_8859_1),
        Files.readString(body));
  }
}
