package madoguchi.bot.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JDK's client, which puts the parts of a response into the order of their numbers: an endpoint
 * may give them in another, and langchain4j takes them as they come.
 */
final class InOrderHttpClient implements HttpClient {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient inner;

  private InOrderHttpClient(HttpClient inner) {
    this.inner = inner;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    SuccessfulHttpResponse response = inner.execute(request);
    return SuccessfulHttpResponse.builder()
        .statusCode(response.statusCode())
        .headers(response.headers())
        .body(inOrder(response.body()))
        .build();
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    inner.execute(request, parser, listener);
  }

  static String inOrder(String body) {
    try {
      JsonNode whole = JSON.readTree(body);
      if (!(whole instanceof ObjectNode object) || !object.path("data").isArray()) {
        return body;
      }
      List<JsonNode> parts = new ArrayList<>();
      object.path("data").forEach(parts::add);
      parts.sort(Comparator.comparingInt(part -> part.path("index").asInt(0)));
      object.putArray("data").addAll(parts);
      return JSON.writeValueAsString(object);
    } catch (JacksonException garbled) {
      return body;
    }
  }

  /** Makes such clients. */
  static final class Builder implements HttpClientBuilder {

    private final JdkHttpClientBuilder inner = new JdkHttpClientBuilder();

    @Override
    public @Nullable Duration connectTimeout() {
      return inner.connectTimeout();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      inner.connectTimeout(timeout);
      return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
      return inner.readTimeout();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      inner.readTimeout(timeout);
      return this;
    }

    @Override
    public HttpClient build() {
      return new InOrderHttpClient(inner.build());
    }
  }
}
