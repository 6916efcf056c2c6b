package madoguchi.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A resident's browser: speaks the API from outside, over a real socket. */
final class Browser {

  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final String base;
  final String town;
  final String conversationId;
  final String token;

  private Browser(String base, String town, String conversationId, String token) {
    this.base = base;
    this.town = town;
    this.conversationId = conversationId;
    this.token = token;
  }

  static Browser begin(int port, String town) {
    String base = "http://localhost:" + port;
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(URI.create(base + "/api/v1/" + town + "/conversations"))
                .POST(BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(201);
    JsonNode opened = JSON.readTree(response.body());
    return new Browser(
        base, town, opened.get("conversationId").asString(), opened.get("token").asString());
  }

  /** The same address with another token. */
  Browser withToken(String other) {
    return new Browser(base, town, conversationId, other);
  }

  Browser at(String otherTown, String otherId) {
    return new Browser(base, otherTown, otherId, token);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create(base + "/api/v1/" + town + "/conversations/" + conversationId + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token);
  }

  HttpResponse<String> post(String body) {
    return send(
        request("/messages")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> say(String id, String text) {
    return post(JSON.writeValueAsString(Map.of("clientMessageId", id, "text", text)));
  }

  HttpResponse<String> choose(String id, String value) {
    return post(JSON.writeValueAsString(Map.of("clientMessageId", id, "choice", value)));
  }

  HttpResponse<String> vote(String messageId, String body) {
    return send(
        request("/messages/" + messageId + "/feedback")
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> erase() {
    return send(request("").DELETE());
  }

  Events events(String... headers) {
    HttpRequest.Builder request = request("/events").GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new Events(request);
  }

  /**
   * Sends once more, as browsers do, where a kept connection ends just then without a word: the
   * server ends one after it has refused a request whose body it did not read.
   */
  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      try {
        return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      } catch (IOException ended) {
        if (!String.valueOf(ended.getMessage()).contains("received no bytes")) {
          throw ended;
        }
        return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  /** An event as it came; a comment has the name {@code :}. */
  record Event(String name, String id, String data) {
    JsonNode json() {
      return JSON.readTree(data);
    }
  }

  /** A stream of events that is being read. */
  static final class Events implements AutoCloseable {

    private static final Event END = new Event("END", "", "");
    private final InputStream body;
    private final BlockingQueue<Event> came = new LinkedBlockingQueue<>();

    private Events(HttpRequest.Builder request) {
      try {
        HttpResponse<InputStream> response =
            HTTP.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
            .startsWith("text/event-stream");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        this.body = response.body();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      Thread.ofVirtual().start(this::read);
    }

    /** The next event of that name; comments and others before it are passed over. */
    Event next(String name) {
      while (true) {
        Event event = next();
        if (event.name.equals(name)) {
          return event;
        }
        assertThat(event).as("waited for " + name).isNotEqualTo(END);
      }
    }

    void ends() {
      while (next() != END) {
        assertThat(came.size()).isLessThan(1_000);
      }
    }

    private Event next() {
      try {
        Event event = came.poll(20, TimeUnit.SECONDS);
        assertThat(event).as("nothing came for 20 s").isNotNull();
        return event;
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }

    private void read() {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.isEmpty() && !fields.isEmpty()) {
            came.add(
                new Event(
                    fields.getOrDefault("event", "message"),
                    fields.getOrDefault("id", ""),
                    fields.getOrDefault("data", "")));
            fields.clear();
          } else if (line.startsWith(":")) {
            came.add(new Event(":", "", line));
          } else if (!line.isEmpty()) {
            fields.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1));
          }
        }
      } catch (IOException closed) {
        // The test closed it.
      }
      came.add(END);
    }

    @Override
    public void close() {
      try {
        body.close();
      } catch (IOException closed) {
        throw new UncheckedIOException(closed);
      }
    }
  }
}
