package madoguchi.channel.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.town.Municipality;

/**
 * How often one may speak. Kept in this process only, for those who came in the last minutes; a
 * forgotten bucket is a full one.
 *
 * <p>What comes by a proxy of this machine counts twice: for the address that the proxy names, if
 * it names one, and for the proxy, which stands for many. So one resident cannot use up what the
 * town has, a flood with made-up addresses is bounded, and a proxy that names nobody holds back
 * nobody in ordinary use.
 */
final class Limits {

  private static final Duration REMEMBERED = Duration.ofMinutes(2);
  private static final int MOST = 50_000;

  private final LoadingCache<String, Allowance> conversations;
  private final Gauge opening;
  private final Gauge typing;

  Limits(WebSettings settings) {
    this.conversations = recent().build(id -> new Allowance(settings.messagesPerMinute()));
    this.opening =
        new Gauge(
            settings.conversationsPerMinute(),
            settings.addressesBehindProxy(),
            "too-many-conversations");
    this.typing =
        new Gauge(
            settings.completionsPerMinute(),
            settings.addressesBehindProxy(),
            "too-many-completions");
  }

  /** Admits a message, or ends with 429. */
  void message(Conversation conversation, String clientMessageId) {
    conversations
        .get(conversation.municipality().value() + ' ' + conversation.id())
        .take(clientMessageId);
  }

  /** Admits a new conversation, or ends with 429. */
  void conversation(Municipality town, Visitor from) {
    opening.take(town, from);
  }

  /** Admits a look-up while typing, or ends with 429. */
  void completion(Municipality town, Visitor from) {
    typing.take(town, from);
  }

  private static Caffeine<Object, Object> recent() {
    return Caffeine.newBuilder().expireAfterAccess(REMEMBERED).maximumSize(MOST);
  }

  /** What one thing may be done how often, by address and by proxy. */
  private static final class Gauge {

    private final LoadingCache<String, Bucket> addresses;
    private final LoadingCache<String, Bucket> proxies;
    private final String code;

    Gauge(int perMinute, int addressesBehindProxy, String code) {
      this.addresses = recent().build(from -> Allowance.bucket(perMinute));
      this.proxies = recent().build(from -> Allowance.bucket(perMinute * addressesBehindProxy));
      this.code = code;
    }

    void take(Municipality town, Visitor from) {
      String whose = town.code().value();
      from.network()
          .ifPresent(network -> Allowance.take(addresses.get(whose + ' ' + network), code));
      if (from.byLocalProxy()) {
        Allowance.take(proxies.get(whose), code);
      }
    }
  }
}
