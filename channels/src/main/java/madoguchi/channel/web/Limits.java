package madoguchi.channel.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.limit.RateLimits;
import madoguchi.bot.town.Municipality;

/**
 * How often one may speak.
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

  Limits(RateLimits limits, WebSettings settings) {
    this.conversations =
        Caffeine.newBuilder()
            .expireAfterAccess(REMEMBERED)
            .maximumSize(MOST)
            .build(id -> new Allowance(limits, settings.messagesPerMinute()));
    this.opening =
        new Gauge(
            limits,
            settings.conversationsPerMinute(),
            settings.addressesBehindProxy(),
            "too-many-conversations");
    this.typing =
        new Gauge(
            limits,
            settings.completionsPerMinute(),
            settings.addressesBehindProxy(),
            "too-many-completions");
  }

  /** Admits a message, or ends with 429. */
  void message(Conversation conversation, String clientMessageId) {
    conversations
        .get(conversation.municipality().value() + ' ' + conversation.id())
        .take(conversation, clientMessageId);
  }

  /** Admits a new conversation, or ends with 429. */
  void conversation(Municipality town, Visitor from) {
    opening.take(town, from);
  }

  /** Admits a look-up while typing, or ends with 429. */
  void completion(Municipality town, Visitor from) {
    typing.take(town, from);
  }

  /** What one thing may be done how often, by address and by proxy. */
  private record Gauge(RateLimits limits, int perMinute, int addressesBehindProxy, String code) {

    void take(Municipality town, Visitor from) {
      from.network().ifPresent(network -> take(town, "by " + network, perMinute));
      if (from.byLocalProxy()) {
        take(town, "by proxy", perMinute * addressesBehindProxy);
      }
    }

    private void take(Municipality town, String whose, int limit) {
      Allowance.require(limits.take(town.code(), code + ' ' + whose, limit), code);
    }
  }
}
