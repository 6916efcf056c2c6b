package madoguchi.channel.web;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.inquiry.Pseudonyms;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds whom a request is about: the town by its address, the conversation by its token. */
final class Entrance {

  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
  private static final String BEARER = "bearer ";
  private static final String CHALLENGE = "Bearer realm=\"madoguchi\"";

  private final Municipalities municipalities;
  private final Conversations conversations;
  private final Pseudonyms pseudonyms;

  Entrance(Municipalities municipalities, Conversations conversations, Pseudonyms pseudonyms) {
    this.municipalities = new KnownTowns(municipalities);
    this.conversations = conversations;
    this.pseudonyms = pseudonyms;
  }

  /** The town of that code; 404 when there is none. */
  Municipality town(String code) {
    return town(municipalities, code);
  }

  /** The town of that code among these; 404 when there is none. */
  static Municipality town(Municipalities municipalities, String code) {
    Optional<Municipality> town;
    try {
      town = municipalities.named(code);
    } catch (RuntimeException broken) {
      throw unavailable(broken, WebProblem.of(503, "unavailable-anywhere"));
    }
    return town.orElseThrow(() -> WebProblem.of(404, "town"));
  }

  /**
   * The conversation that the token opens; 401 without such a token, 404 when it opens another one
   * than the address names.
   */
  Conversation conversation(Municipality town, String id, @Nullable String authorization) {
    String token = token(authorization);
    Conversation own =
        stored(
                town,
                () ->
                    conversations.of(
                        town.code(),
                        WebChannel.NAME,
                        pseudonyms.citizen(town.code(), WebChannel.NAME, token)))
            .orElseThrow(
                () ->
                    WebProblem.unauthorized(
                        "token-unknown", CHALLENGE + ", error=\"invalid_token\""));
    if (!own.id().equals(id)) {
      throw WebProblem.of(404, "conversation");
    }
    return own;
  }

  /** Asks the stores; when they fail, the resident gets 503 and the office's telephone. */
  static <T> T stored(Municipality town, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException broken) {
      throw unavailable(broken, WebProblem.unavailable(town));
    }
  }

  private static WebProblem unavailable(RuntimeException broken, WebProblem problem) {
    LOG.error(
        "storage failed: {} at {}",
        broken.getClass().getName(),
        broken.getStackTrace().length > 0 ? broken.getStackTrace()[0] : "?");
    return problem;
  }

  private static String token(@Nullable String authorization) {
    if (authorization == null
        || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
        || authorization.substring(BEARER.length()).isBlank()) {
      throw WebProblem.unauthorized("token-missing", CHALLENGE);
    }
    return authorization.substring(BEARER.length()).strip();
  }
}
