package madoguchi.channel.line;

import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.messaging.model.MessageQuotaResponse;
import com.linecorp.bot.messaging.model.QuotaConsumptionResponse;
import com.linecorp.bot.messaging.model.QuotaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import madoguchi.channel.line.LineClients.Line;
import madoguchi.municipality.MunicipalityCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many messages the town may still push this month, as LINE counts; remembered shortly. */
final class Quota {

  private static final Logger LOG = LoggerFactory.getLogger(Quota.class);
  private static final Duration REMEMBERED = Duration.ofSeconds(30);

  private final Clock clock;
  private final Duration deadline;
  private final Map<MunicipalityCode, Known> known = new ConcurrentHashMap<>();

  private record Known(long left, Instant asked) {}

  Quota(Clock clock, Duration deadline) {
    this.clock = clock;
    this.deadline = deadline;
  }

  /** Of a town without a limit: as many as a number can be. Empty: LINE does not say. */
  OptionalLong left(MunicipalityCode town, Line line) {
    Known before = known.get(town);
    if (before != null && clock.instant().isBefore(before.asked.plus(REMEMBERED))) {
      return OptionalLong.of(before.left);
    }
    OptionalLong now = ask(town, line);
    now.ifPresent(left -> known.put(town, new Known(left, clock.instant())));
    return now;
  }

  /** The next question goes to LINE. */
  void forget(MunicipalityCode town) {
    known.remove(town);
  }

  /** One was pushed. */
  void spent(MunicipalityCode town) {
    known.computeIfPresent(
        town,
        (code, k) ->
            new Known(k.left == Long.MAX_VALUE ? k.left : Math.max(0, k.left - 1), k.asked));
  }

  /** As last heard, however long ago; empty: never asked. */
  OptionalLong lastKnown(MunicipalityCode town) {
    Known last = known.get(town);
    return last == null ? OptionalLong.empty() : OptionalLong.of(last.left);
  }

  private OptionalLong ask(MunicipalityCode town, Line line) {
    try {
      MessageQuotaResponse quota = await(line.client().getMessageQuota());
      if (quota.type() == QuotaType.NONE) {
        return OptionalLong.of(Long.MAX_VALUE);
      }
      QuotaConsumptionResponse used = await(line.client().getMessageQuotaConsumption());
      return quota.value() == null || used.totalUsage() == null
          ? OptionalLong.empty()
          : OptionalLong.of(Math.max(0, quota.value() - used.totalUsage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    } catch (ExecutionException | TimeoutException silent) {
      if (silent.getCause() instanceof AbstractLineClientException answered
          && answered.getCode() == 401) {
        line.refuse(town, 401);
      }
      LOG.warn("LINE does not tell the quota of {}: {}", town, silent.getClass().getSimpleName());
      return OptionalLong.empty();
    }
  }

  private <T> T await(CompletableFuture<com.linecorp.bot.client.base.Result<T>> call)
      throws InterruptedException, ExecutionException, TimeoutException {
    T body = call.get(deadline.toMillis(), TimeUnit.MILLISECONDS).body();
    if (body == null) {
      throw new TimeoutException("no answer");
    }
    return body;
  }
}
