package madoguchi.channel.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.town.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * How often one may speak. Kept in this process only, for those who came in the last minutes; a
 * forgotten bucket is a full one.
 */
final class Limits {

  private static final Duration REMEMBERED = Duration.ofMinutes(2);
  private static final int MOST = 50_000;

  /** An IPv6 host chooses its last 64 bits as it likes. */
  private static final int NETWORK_BYTES = 8;

  private final LoadingCache<String, Allowance> conversations;
  private final LoadingCache<String, Bucket> addresses;
  private final LoadingCache<String, Bucket> typing;

  Limits(WebSettings settings) {
    Caffeine<Object, Object> recent =
        Caffeine.newBuilder().expireAfterAccess(REMEMBERED).maximumSize(MOST);
    this.conversations = recent.build(id -> new Allowance(settings.messagesPerMinute()));
    this.addresses = recent.build(from -> Allowance.bucket(settings.conversationsPerMinute()));
    this.typing = recent.build(from -> Allowance.bucket(settings.completionsPerMinute()));
  }

  /** Admits a message, or ends with 429. */
  void message(Conversation conversation, String clientMessageId) {
    conversations
        .get(conversation.municipality().value() + ' ' + conversation.id())
        .take(clientMessageId);
  }

  /**
   * Admits a new conversation, or ends with 429. The machine itself is not limited: what comes from
   * it comes through a proxy that does not say for whom, that is, for the whole town.
   */
  void conversation(Municipality town, @Nullable InetSocketAddress from) {
    take(addresses, town, from, "too-many-conversations");
  }

  /** Admits a look-up while typing, or ends with 429; who is not limited is the same. */
  void completion(Municipality town, @Nullable InetSocketAddress from) {
    take(typing, town, from, "too-many-completions");
  }

  private static void take(
      LoadingCache<String, Bucket> buckets,
      Municipality town,
      @Nullable InetSocketAddress from,
      String code) {
    Optional<InetAddress> address = Optional.ofNullable(from).flatMap(Limits::address);
    if (address.isPresent() && !address.get().isLoopbackAddress()) {
      Allowance.take(buckets.get(town.code().value() + ' ' + network(address.get())), code);
    }
  }

  /** What a proxy told of its client stands there as text, and may be anything. */
  private static Optional<InetAddress> address(InetSocketAddress from) {
    try {
      return Optional.of(
          from.getAddress() == null
              ? InetAddress.ofLiteral(from.getHostString())
              : from.getAddress());
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
  }
}
