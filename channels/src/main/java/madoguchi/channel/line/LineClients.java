package madoguchi.channel.line;

import com.linecorp.bot.messaging.client.MessagingApiClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import okhttp3.Dns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** LINE's client of each town, made anew when the town's token or base URL changes. */
final class LineClients {

  private static final Logger LOG = LoggerFactory.getLogger(LineClients.class);
  private static final String TOKEN = "line.channel-token";
  private static final String BASE_URL = "line.api-base-url";

  /** What may stand in a header (RFC 6750); anything else would be quoted in an exception. */
  private static final Predicate<String> IS_TOKEN =
      Pattern.compile("[A-Za-z0-9._~+/=-]+").asMatchPredicate();

  /** The SDK's own bound of five replies at once would be the bottleneck of a busy day. */
  private static final int CALLS = 256;

  private static final URI LINE = URI.create("https://api.line.me");

  private final Duration deadline;
  private final Map<MunicipalityCode, Made> byTown = new ConcurrentHashMap<>();

  private record Made(String token, URI baseUrl, Line line) {}

  /**
   * The client of one town under one token.
   *
   * @param posts for messages, of which there are many
   * @param refusal the status with which LINE refused the token, 0 while it has not: it stays
   *     refused until the town has another token
   */
  record Line(MessagingApiClient client, MessagePosts posts, AtomicInteger refusal) {

    boolean isRefused() {
      return refusal.get() != 0;
    }

    /** Says it in the log once. */
    void refuse(MunicipalityCode town, int status) {
      if (refusal.compareAndSet(0, status)) {
        LOG.error(
            "LINE refuses the channel token of {} with {}: nothing is sent until it is changed",
            town,
            status);
      }
    }
  }

  /**
   * Clients that are silent in the log.
   *
   * @param deadline for connecting and for each read or write
   */
  LineClients(Duration deadline) {
    this.deadline = deadline;
  }

  /** The town's client; empty when its token or base URL is missing or malformed. */
  Optional<Line> of(Municipality town) {
    Optional<String> token = token(town);
    Optional<URI> baseUrl = town.setting(BASE_URL).map(LineClients::http).orElse(Optional.of(LINE));
    if (token.isEmpty() || baseUrl.isEmpty()) {
      return Optional.empty();
    }
    Made made =
        byTown.compute(
            town.code(),
            (code, old) ->
                old != null && old.token.equals(token.get()) && old.baseUrl.equals(baseUrl.get())
                    ? old
                    : make(token.get(), baseUrl.get()));
    return Optional.of(made.line);
  }

  /** What may stand in a header as the town's token; empty when it is missing or malformed. */
  static Optional<String> token(Municipality town) {
    return town.setting(TOKEN).filter(IS_TOKEN);
  }

  /** An address of a server, ending in a slash; empty when it is malformed. */
  static Optional<URI> http(String url) {
    try {
      URI uri = URI.create(url.strip().replaceFirst("/+$", ""));
      boolean usable =
          uri.getHost() != null
              && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return usable ? Optional.of(uri.resolve(uri.getRawPath() + '/')) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private Made make(String token, URI baseUrl) {
    MessagingApiClient client =
        MessagingApiClient.builder(token)
            .apiEndPoint(baseUrl)
            .usingDefaultLogger(false)
            .maxRequests(CALLS)
            .maxRequestsPerHost(CALLS)
            .connectTimeout(deadline)
            .readTimeout(deadline)
            .writeTimeout(deadline)
            .addInterceptor(new SentOnce())
            .build();
    MessagePosts posts = new MessagePosts(token, baseUrl, deadline, Dns.SYSTEM);
    return new Made(token, baseUrl, new Line(client, posts, new AtomicInteger()));
  }
}
