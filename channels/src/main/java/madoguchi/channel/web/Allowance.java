package madoguchi.channel.web;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.limit.RateLimits;

/** How much one conversation may still post. */
final class Allowance {

  /** So many repetitions are taken for each message, since browsers ask again while they wait. */
  private static final int REPETITIONS = 20;

  private static final int REMEMBERED = 64;

  private final RateLimits limits;
  private final int perMinute;
  private final Set<String> admitted = new LinkedHashSet<>();

  Allowance(RateLimits limits, int perMinute) {
    this.limits = limits;
    this.perMinute = perMinute;
  }

  /** Goes on when nothing is to be waited for, or says with 429 after how many seconds. */
  static void require(Duration wait, String code) {
    if (!wait.isZero()) {
      throw WebProblem.tooMany(code, Math.max(1, wait.plusMillis(999).toSeconds()));
    }
  }

  /** Admits a message; one that was admitted before counts as a repetition only. */
  synchronized void take(Conversation conversation, String clientMessageId) {
    boolean repeated = admitted.contains(clientMessageId);
    require(
        limits.take(
            conversation.municipality(),
            (repeated ? "repetition " : "message ") + conversation.id(),
            repeated ? perMinute * REPETITIONS : perMinute),
        "too-many-messages");
    admitted.add(clientMessageId);
    if (admitted.size() > REMEMBERED) {
      admitted.remove(admitted.iterator().next());
    }
  }
}
