package madoguchi.channel.line;

import java.time.Duration;
import okhttp3.OkHttpClient;

/** How this door calls other hosts beside LINE's own client: once, within a time, nowhere else. */
final class Outward {

  private Outward() {}

  /** Follows no redirect, repeats nothing by itself, and ends within the deadline. */
  static OkHttpClient.Builder client(Duration deadline) {
    return new OkHttpClient.Builder()
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .connectTimeout(deadline)
        .readTimeout(deadline)
        .writeTimeout(deadline)
        .callTimeout(deadline);
  }
}
