package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

class WebAssetsTest {

  private static final Path FOLDER =
      Path.of("src/main/resources/madoguchi/channel/web/static").toAbsolutePath();

  private final WebAssets assets = new WebAssets();
  private final WebTestClient client = WebTestClient.bindToController(assets).build();

  @Test
  void listsEveryFileOfTheFolder() throws IOException {
    try (Stream<Path> found = Files.walk(FOLDER)) {
      List<String> names =
          found
              .filter(Files::isRegularFile)
              .map(file -> FOLDER.relativize(file).toString())
              .filter(name -> !name.equals("files.txt"))
              .sorted()
              .toList();
      assertThat(Files.readAllLines(FOLDER.resolve("files.txt"))).isEqualTo(names);
    }
  }

  @Test
  void letsBrowsersKeepWhatIsOfOneRelease() {
    HttpHeaders headers = get(assets.folder() + "/chat/element.js").getResponseHeaders();
    assertThat(headers.getCacheControl()).contains("immutable", "max-age=31536000");
    assertThat(headers.getContentType()).hasToString("text/javascript;charset=UTF-8");
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void sendsUnchangedFilesOfAFixedAddressOnlyOnce() {
    HttpHeaders headers = get("/assets/madoguchi.css").getResponseHeaders();
    assertThat(headers.getCacheControl()).isEqualTo("no-cache");
    client
        .get()
        .uri("/assets/madoguchi.css")
        .header("If-None-Match", headers.getETag())
        .exchange()
        .expectStatus()
        .isNotModified();
  }

  @Test
  void pointsTheWidgetToItsOwnRelease() {
    String widget = new String(get("/widget.js").getResponseBody());
    assertThat(widget).contains(assets.folder().substring(1)).doesNotContain("__VERSION__");
  }

  @Test
  void servesNothingThatIsNotListed() {
    for (String path :
        List.of(
            "/assets/files.txt",
            "/assets/../pages/chat.html",
            "/assets/%2e%2e/pages/chat.html",
            "/assets/",
            "/assets/0000000000000000/madoguchi.css")) {
      client.get().uri(java.net.URI.create(path)).exchange().expectStatus().isNotFound();
    }
  }

  @Test
  void givesTheScriptsOfOneReleaseAsOneAndTheirSourcesOneByOne() {
    String one = new String(get(assets.folder() + "/chat/element.js").getResponseBody());
    assertThat(one)
        .contains("customElements.define", "class Transcript")
        .doesNotContain("import {");
    String source = new String(get("/assets/chat/element.js").getResponseBody());
    assertThat(source).contains("import { View }").doesNotContain("class Transcript");
  }

  @Test
  void weighsAtMostThirtyKilobytesBeforeHeaders() throws IOException {
    int bytes = 0;
    for (String path :
        List.of(
            "/widget.js",
            assets.folder() + "/chat/element.js",
            assets.folder() + "/chat/chat.css",
            assets.folder() + "/madoguchi.css")) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(get(path).getResponseBody());
      }
      bytes += packed.size();
    }
    assertThat(bytes).isBetween(5_000, 30_000);
  }

  private EntityExchangeResult<byte[]> get(String path) {
    return client.get().uri(path).exchange().expectStatus().isOk().expectBody().returnResult();
  }
}
