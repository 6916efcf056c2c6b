package madoguchi.channel.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import madoguchi.channel.line.LineClients.Line;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls LINE once, with one deadline over all of it, and tells what is certain afterwards. Keeps
 * below LINE's own limit of calls and calls no more under a token that LINE has refused.
 */
final class LineCalls {

  private static final Logger LOG = LoggerFactory.getLogger(LineCalls.class);
  private static final String REPLY = "/v2/bot/message/reply";
  private static final String PUSH = "/v2/bot/message/push";

  /** LINE takes 2,000 calls a second of each kind. */
  private static final long CALLS_A_SECOND = 1_900;

  private final Duration deadline;
  private final Throttle throttle = new Throttle(CALLS_A_SECOND);

  LineCalls(Duration deadline) {
    this.deadline = deadline;
  }

  Attempt reply(MunicipalityCode town, Line line, Outgoing outgoing) {
    ReplyMessageRequest request =
        new ReplyMessageRequest(outgoing.replyToken(), outgoing.messages(), false);
    return call(town, line, REPLY, () -> line.client().replyMessage(request));
  }

  /** With the same key on every try, so that LINE takes only one of them. */
  Attempt push(MunicipalityCode town, Line line, Outgoing outgoing, UUID key) {
    PushMessageRequest request =
        new PushMessageRequest(outgoing.to(), outgoing.messages(), false, List.of());
    return call(town, line, PUSH, () -> line.client().pushMessage(key, request));
  }

  private <T> Attempt call(
      MunicipalityCode town,
      Line line,
      String endpoint,
      Supplier<CompletableFuture<Result<T>>> begin) {
    if (line.isRefused()) {
      return Attempt.stopped(line.refusal().get());
    }
    try {
      if (!throttle.letsThrough(town, deadline)) {
        return failed(town, endpoint, Attempt.Kind.NOT_SENT, "rate");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return failed(town, endpoint, Attempt.Kind.NOT_SENT, "interrupted");
    }
    CompletableFuture<Result<T>> call = begin.get();
    try {
      Result<T> result = call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      LOG.info("{} of {}: 200, x-line-request-id {}", endpoint, town, result.requestId());
      return new Attempt(
          result.body() == null ? Attempt.Kind.UNCLEAR : Attempt.Kind.ACCEPTED, "200");
    } catch (TimeoutException late) {
      call.cancel(true);
      return failed(town, endpoint, Attempt.Kind.UNCLEAR, "timeout");
    } catch (InterruptedException stopped) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return failed(town, endpoint, Attempt.Kind.UNCLEAR, "interrupted");
    } catch (ExecutionException failure) {
      return failed(town, line, endpoint, failure.getCause());
    }
  }

  /** By the kind of the failure only: its message may quote what was sent. */
  private static Attempt failed(
      MunicipalityCode town, Line line, String endpoint, @Nullable Throwable cause) {
    return switch (cause) {
      case AbstractLineClientException answered -> {
        int status = answered.getCode();
        String id = answered.getRequestId();
        LOG.warn("{} of {}: {}, x-line-request-id {}", endpoint, town, status, id);
        if (status == 401 || status == 403) {
          line.refuse(town, status);
        }
        yield Attempt.ofStatus(status);
      }
      case JsonProcessingException notLine -> failed(town, endpoint, Attempt.Kind.UNCLEAR, "200");
      case SocketTimeoutException late -> failed(town, endpoint, Attempt.Kind.UNCLEAR, "timeout");
      case ConnectException unreachable -> failed(town, endpoint, Attempt.Kind.NOT_SENT, "connect");
      case UnknownHostException unknown -> failed(town, endpoint, Attempt.Kind.NOT_SENT, "host");
      case null -> failed(town, endpoint, Attempt.Kind.UNCLEAR, "failure");
      default -> failed(town, endpoint, Attempt.Kind.UNCLEAR, cause.getClass().getSimpleName());
    };
  }

  private static Attempt failed(
      MunicipalityCode town, String endpoint, Attempt.Kind kind, String cause) {
    LOG.warn("{} of {}: {}", endpoint, town, cause);
    return new Attempt(kind, cause);
  }
}
