package madoguchi.channel.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.client.base.HeaderInterceptor;
import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.channel.FixedChannelTokenSupplier;
import com.linecorp.bot.client.base.http.HttpChain;
import com.linecorp.bot.client.base.http.HttpInterceptor;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.client.MessagingApiExceptionBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages to LINE on the caller's own thread: in a burst the SDK's client spends a fifth of
 * its time on handing each call over to a thread of its own and back. To LINE it is the SDK's
 * client, to the byte, and so it is in what it throws.
 */
final class MessagePosts {

  private static final ObjectMapper JSON = ModelObjectMapper.createNewObjectMapper();
  private static final MediaType TYPE = MediaType.get("application/json; charset=UTF-8");

  /** In a burst so many calls are under way: to shake hands anew for each costs more than it. */
  private static final int IDLE = 32;

  /** LINE keeps a connection longer. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final HttpUrl baseUrl;
  private final OkHttpClient http;
  private final MessagingApiExceptionBuilder refusals = new MessagingApiExceptionBuilder();

  /**
   * Under a town's token.
   *
   * @param deadline for a call from its beginning to its end, also where names are looked up
   */
  MessagePosts(String token, URI baseUrl, Duration deadline, Dns names) {
    this.baseUrl = Objects.requireNonNull(HttpUrl.get(baseUrl));
    this.http =
        new OkHttpClient.Builder()
            .callTimeout(deadline)
            .connectTimeout(deadline)
            .readTimeout(deadline)
            .writeTimeout(deadline)
            .dns(new TimelyDns(names, deadline))
            .connectionPool(new ConnectionPool(IDLE, FRESH.toSeconds(), TimeUnit.SECONDS))
            .addInterceptor(asOkHttp(new SentOnce()))
            .addInterceptor(
                asOkHttp(
                    HeaderInterceptor.forChannelTokenSupplier(FixedChannelTokenSupplier.of(token))))
            .build();
  }

  /** The answer's body is null where LINE has sent none. */
  <T> Result<@Nullable T> post(
      String endpoint, @Nullable UUID retryKey, Object message, Class<T> answer)
      throws IOException {
    Request.Builder request =
        new Request.Builder()
            .url(Objects.requireNonNull(baseUrl.resolve(endpoint)))
            .post(RequestBody.create(JSON.writeValueAsBytes(message), TYPE));
    if (retryKey != null) {
      request.addHeader("X-Line-Retry-Key", retryKey.toString());
    }
    try (Response response = answer(request.build())) {
      if (!response.isSuccessful()) {
        throw refusals.build(response);
      }
      return new Result<>(
          response.header("x-line-request-id"),
          response.header("x-line-accepted-request-id"),
          response.code() == 204 || response.code() == 205
              ? null
              : read(response.body().byteStream(), answer));
    }
  }

  /** OkHttp lets out an interruption that it does not declare, while it waits for a connection. */
  private Response answer(Request request) throws IOException {
    try {
      return http.newCall(request).execute();
    } catch (Exception failure) {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
      throw failure;
    }
  }

  /** A connection that breaks is not JSON that is broken. */
  private static <T> @Nullable T read(InputStream body, Class<T> answer) throws IOException {
    try {
      return JSON.readValue(body, answer);
    } catch (JsonProcessingException broken) {
      throw broken.getCause() instanceof IOException cause
              && !(cause instanceof JsonProcessingException)
          ? cause
          : broken;
    }
  }

  private static Interceptor asOkHttp(HttpInterceptor ofSdk) {
    return chain -> ofSdk.intercept(new HttpChain(chain)).toOkHttpResponse();
  }
}
