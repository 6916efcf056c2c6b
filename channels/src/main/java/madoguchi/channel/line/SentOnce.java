package madoguchi.channel.line;

import com.linecorp.bot.client.base.http.HttpChain;
import com.linecorp.bot.client.base.http.HttpInterceptor;
import com.linecorp.bot.client.base.http.HttpRequest;
import com.linecorp.bot.client.base.http.HttpRequest.HttpRequestBuilder;
import com.linecorp.bot.client.base.http.HttpResponse;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OkHttp from sending a body again by itself after 408, 503 or a closed connection: whether
 * and when a reply is tried again is decided by the outbox, which writes it down first.
 */
final class SentOnce implements HttpInterceptor {

  @Override
  public HttpResponse intercept(HttpChain chain) throws IOException {
    HttpRequest request = chain.request();
    Request call = request.toOkHttpRequest();
    RequestBody body = call.body();
    return chain.proceed(
        body == null
            ? request
            : new HttpRequestBuilder(call.newBuilder().method(call.method(), new OneShot(body)))
                .build());
  }

  /** A body that says of itself that it is written once at most. */
  private static final class OneShot extends RequestBody {

    private final RequestBody body;

    OneShot(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
