package madoguchi.channel.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.PushMessageResponse;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import madoguchi.channel.line.LineClients.Line;
import madoguchi.municipality.MunicipalityCode;
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

  /** With the longest that a call waits for its turn; those of a client end by its own deadline. */
  LineCalls(Duration deadline) {
    this.deadline = deadline;
  }

  Attempt reply(MunicipalityCode town, Line line, Outgoing outgoing) {
    ReplyMessageRequest request =
        new ReplyMessageRequest(outgoing.replyToken(), outgoing.messages(), false);
    return call(
        town,
        line,
        REPLY,
        () -> line.posts().post(REPLY, null, request, ReplyMessageResponse.class));
  }

  /** With the same key on every try, so that LINE takes only one of them. */
  Attempt push(MunicipalityCode town, Line line, Outgoing outgoing, UUID key) {
    PushMessageRequest request =
        new PushMessageRequest(outgoing.to(), outgoing.messages(), false, List.of());
    return call(
        town, line, PUSH, () -> line.posts().post(PUSH, key, request, PushMessageResponse.class));
  }

  /** One post. */
  private interface Post {
    Result<?> now() throws IOException;
  }

  private Attempt call(MunicipalityCode town, Line line, String endpoint, Post post) {
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
    try {
      Result<?> result = post.now();
      LOG.info("{} of {}: 200, x-line-request-id {}", endpoint, town, result.requestId());
      return new Attempt(
          result.body() == null ? Attempt.Kind.UNCLEAR : Attempt.Kind.ACCEPTED, "200");
    } catch (IOException | RuntimeException failure) {
      return failed(town, line, endpoint, failure);
    }
  }

  /** By the kind of the failure only: its message may quote what was sent. */
  private static Attempt failed(
      MunicipalityCode town, Line line, String endpoint, Exception failure) {
    return switch (failure) {
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
      case IOException stopped when Thread.currentThread().isInterrupted() ->
          failed(town, endpoint, Attempt.Kind.UNCLEAR, "interrupted");
      case InterruptedIOException late -> failed(town, endpoint, Attempt.Kind.UNCLEAR, "timeout");
      case ConnectException unreachable -> failed(town, endpoint, Attempt.Kind.NOT_SENT, "connect");
      case UnknownHostException unknown -> failed(town, endpoint, Attempt.Kind.NOT_SENT, "host");
      default -> failed(town, endpoint, Attempt.Kind.UNCLEAR, failure.getClass().getSimpleName());
    };
  }

  private static Attempt failed(
      MunicipalityCode town, String endpoint, Attempt.Kind kind, String cause) {
    LOG.warn("{} of {}: {}", endpoint, town, cause);
    return new Attempt(kind, cause);
  }
}
