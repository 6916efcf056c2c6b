package madoguchi.channel.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The style sheets and scripts of the residents' pages and of the widget. Under {@code
 * /assets/<version>/} they never change, so that browsers keep them and never mix two releases;
 * {@code /widget.js} and {@code /assets/<file>} are asked for anew each time. There the chat's
 * scripts come one by one, as they were written; under the version they come as one.
 */
@RestController
public final class WebAssets {

  private static final String FOLDER = "/madoguchi/channel/web/static/";
  private static final Map<String, MediaType> TYPES =
      Map.of(
          "js", new MediaType("text", "javascript", StandardCharsets.UTF_8),
          "css", new MediaType("text", "css", StandardCharsets.UTF_8),
          "svg", new MediaType("image", "svg+xml", StandardCharsets.UTF_8));

  private static final String CHAT = "chat/element.js";

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final byte[] chat;
  private final String version;

  /** Reads all of them: they are few and small. */
  public WebAssets() {
    TownSetting.list(new String(read("files.txt"), StandardCharsets.UTF_8))
        .forEach(name -> files.put(name, read(name)));
    chat = bundle().getBytes(StandardCharsets.UTF_8);
    List<byte[]> all = new ArrayList<>(files.values());
    all.add(chat);
    version = hash(all);
  }

  /** Where the present release's files lie. */
  String folder() {
    return "/assets/" + version;
  }

  private String bundle() {
    Map<String, String> modules = new LinkedHashMap<>();
    files.forEach(
        (name, content) ->
            modules.put(name.replace("chat/", ""), new String(content, StandardCharsets.UTF_8)));
    return ScriptBundle.of(modules, CHAT.replace("chat/", ""));
  }

  @GetMapping("/widget.js")
  ResponseEntity<byte[]> widget(
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
    String script = new String(file("widget.js"), StandardCharsets.UTF_8);
    return answer(
        "widget.js",
        script.replace("__VERSION__", version).getBytes(StandardCharsets.UTF_8),
        known);
  }

  @GetMapping("/assets/{*path}")
  ResponseEntity<byte[]> asset(
      @PathVariable String path,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
    String name = path.substring(1);
    String fixed = version + '/';
    return name.startsWith(fixed)
        ? kept(name.substring(fixed.length()))
        : answer(name, file(name), known);
  }

  private ResponseEntity<byte[]> kept(String name) {
    byte[] content = name.equals(CHAT) ? chat : file(name);
    return headed(name)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .body(content);
  }

  private static ResponseEntity<byte[]> answer(
      String name, byte[] content, @Nullable String known) {
    String tag = '"' + hash(List.of(content)) + '"';
    return tag.equals(known)
        ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
        : headed(name).cacheControl(CacheControl.noCache()).eTag(tag).body(content);
  }

  private static ResponseEntity.BodyBuilder headed(String name) {
    return ResponseEntity.ok()
        .contentType(
            Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), name))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        // Public files: the widget reads them from the town's own site.
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
  }

  private byte[] file(String name) {
    byte[] content = files.get(name);
    if (content == null) {
      throw new Missing();
    }
    return content;
  }

  private static byte[] read(String name) {
    try (InputStream in =
        Objects.requireNonNull(WebAssets.class.getResourceAsStream(FOLDER + name), name)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String hash(Iterable<byte[]> contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      contents.forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
