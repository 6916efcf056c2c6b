package madoguchi.channel.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import madoguchi.bot.inquiry.Said;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A message as the web posts it; exactly one of text, choice and action.
 *
 * @param clientMessageId 1 to 64 of A–Z a–z 0–9 - _; the same again is the same message
 * @param text 1 to 1,000 characters (Unicode code points)
 * @param choice a value that was offered in this conversation
 * @param action {@code handoff}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PostedMessage(
    @JsonDeserialize(using = StrictText.class) @Nullable String clientMessageId,
    @JsonDeserialize(using = StrictText.class) @Nullable String text,
    @JsonDeserialize(using = StrictText.class) @Nullable String choice,
    @JsonDeserialize(using = StrictText.class) @Nullable String action) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int LONGEST = 1_000;

  /** The id, if it is one. */
  String id() {
    if (clientMessageId == null || !ID.matcher(clientMessageId).matches()) {
      throw WebProblem.of(400, "client-message-id");
    }
    return clientMessageId;
  }

  /** What the resident did, if it is exactly one thing. */
  Said said() {
    if (Stream.of(text, choice, action).filter(Objects::nonNull).count() != 1) {
      throw WebProblem.of(400, "exactly-one");
    }
    if (text != null) {
      return typed(text);
    }
    if (choice != null) {
      return new Said.Chosen(choice);
    }
    if (!"handoff".equals(action)) {
      throw WebProblem.of(400, "action");
    }
    return new Said.AskedForPerson();
  }

  private static Said typed(String text) {
    String clean = CleanText.of(text);
    if (CleanText.isBlank(clean)) {
      throw WebProblem.of(400, "text-blank");
    }
    if (clean.codePointCount(0, clean.length()) > LONGEST) {
      throw WebProblem.of(400, "text-too-long");
    }
    return new Said.Text(clean);
  }
}
