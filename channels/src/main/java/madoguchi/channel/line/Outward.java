package madoguchi.channel.line;

import java.time.Duration;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.springframework.util.function.SingletonSupplier;

/** How this door calls other hosts beside LINE's own client: once, within a time, nowhere else. */
final class Outward {

  private Outward() {}

  /**
   * Follows no redirect, repeats nothing by itself, and ends within the deadline. Made at its first
   * call: reading all authorities to trust would hold up each start.
   */
  static Supplier<OkHttpClient> client(Duration deadline) {
    return SingletonSupplier.of(() -> made(deadline));
  }

  private static OkHttpClient made(Duration deadline) {
    return new OkHttpClient.Builder()
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .connectTimeout(deadline)
        .readTimeout(deadline)
        .writeTimeout(deadline)
        .callTimeout(deadline)
        .build();
  }
}
