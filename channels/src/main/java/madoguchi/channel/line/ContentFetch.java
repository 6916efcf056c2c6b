package madoguchi.channel.line;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import madoguchi.municipality.MunicipalityCode;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks LINE's data host once, and reads no more than is wanted. */
final class ContentFetch {

  private static final Logger LOG = LoggerFactory.getLogger(ContentFetch.class);

  private final Supplier<OkHttpClient> http;

  ContentFetch(Duration deadline) {
    this.http = Outward.client(deadline);
  }

  Fetched of(MunicipalityCode town, URI content, String token, int most) {
    Request request =
        new Request.Builder()
            .url(content.toString())
            .header("Authorization", "Bearer " + token)
            .build();
    try (Response response = http.get().newCall(request).execute()) {
      String id = response.header("x-line-request-id");
      LOG.info("content of {}: {}, x-line-request-id {}", town, response.code(), id);
      return response.code() == 200
          ? read(response.body(), most)
          : Fetched.without(kind(response.code()), Integer.toString(response.code()));
    } catch (IOException broken) {
      return Fetched.without(Fetched.Kind.LATER, broken.getClass().getSimpleName());
    }
  }

  private static Fetched.Kind kind(int status) {
    return switch (status) {
      case 404, 410 -> Fetched.Kind.GONE;
      case 202, 401, 403, 408, 429 -> Fetched.Kind.LATER;
      default -> status >= 500 ? Fetched.Kind.LATER : Fetched.Kind.REFUSED;
    };
  }

  private static Fetched read(ResponseBody body, int most) throws IOException {
    if (body.contentLength() > most) {
      return Fetched.without(Fetched.Kind.TOO_LARGE, "too large");
    }
    byte[] bytes = body.byteStream().readNBytes(most + 1);
    if (bytes.length > most) {
      return Fetched.without(Fetched.Kind.TOO_LARGE, "too large");
    }
    return bytes.length == 0
        ? Fetched.without(Fetched.Kind.LATER, "empty")
        : new Fetched(Fetched.Kind.HERE, bytes, "200");
  }
}
