package madoguchi.channel.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.QuickReply;
import com.linecorp.bot.messaging.model.QuickReplyItem;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageResponse;
import com.linecorp.bot.messaging.model.TextMessage;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls LINE's reply endpoint once, with one deadline over all of it. */
final class ReplySender {

  private static final Logger LOG = LoggerFactory.getLogger(ReplySender.class);
  private static final String ENDPOINT = "/v2/bot/message/reply";

  private final Duration deadline;

  ReplySender(Duration deadline) {
    this.deadline = deadline;
  }

  Attempt send(MunicipalityCode town, MessagingApiClient client, Reply reply) {
    CompletableFuture<Result<ReplyMessageResponse>> call = client.replyMessage(request(reply));
    try {
      Result<ReplyMessageResponse> result = call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      LOG.info("{} of {}: 200, x-line-request-id {}", ENDPOINT, town, result.requestId());
      return new Attempt(
          result.body() == null ? Attempt.Kind.UNCLEAR : Attempt.Kind.ACCEPTED, "200");
    } catch (TimeoutException late) {
      call.cancel(true);
      return failed(town, Attempt.Kind.UNCLEAR, "timeout");
    } catch (InterruptedException stopped) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return failed(town, Attempt.Kind.UNCLEAR, "interrupted");
    } catch (ExecutionException failure) {
      return failed(town, failure.getCause());
    }
  }

  /** By the kind of the failure only: its message may quote what was sent. */
  private static Attempt failed(MunicipalityCode town, @Nullable Throwable cause) {
    return switch (cause) {
      case AbstractLineClientException answered -> {
        int status = answered.getCode();
        String id = answered.getRequestId();
        LOG.warn("{} of {}: {}, x-line-request-id {}", ENDPOINT, town, status, id);
        if (status == 401 || status == 403) {
          LOG.error(
              "LINE refuses the channel token of {} with {}: no reply can be sent", town, status);
        }
        yield Attempt.ofStatus(status);
      }
      case JsonProcessingException notLine -> failed(town, Attempt.Kind.UNCLEAR, "200");
      case SocketTimeoutException late -> failed(town, Attempt.Kind.UNCLEAR, "timeout");
      case ConnectException unreachable -> failed(town, Attempt.Kind.NOT_SENT, "connect");
      case UnknownHostException unknown -> failed(town, Attempt.Kind.NOT_SENT, "host");
      case null -> failed(town, Attempt.Kind.UNCLEAR, "failure");
      default -> failed(town, Attempt.Kind.UNCLEAR, cause.getClass().getSimpleName());
    };
  }

  private static Attempt failed(MunicipalityCode town, Attempt.Kind kind, String cause) {
    LOG.warn("{} of {}: {}", ENDPOINT, town, cause);
    return new Attempt(kind, cause);
  }

  private static ReplyMessageRequest request(Reply reply) {
    List<Message> messages = reply.messages().stream().<Message>map(ReplySender::text).toList();
    return new ReplyMessageRequest(reply.replyToken(), messages, false);
  }

  private static TextMessage text(Reply.Message message) {
    QuickReply buttons =
        new QuickReply(
            message.buttons().stream()
                .map(b -> new PostbackAction(b.label(), b.data(), b.shown(), null, null, null))
                .map(QuickReplyItem::new)
                .toList());
    return message.buttons().isEmpty()
        ? new TextMessage(message.text())
        : new TextMessage(buttons, null, message.text(), null, null);
  }
}
