package madoguchi.channel.line;

import com.linecorp.bot.webhook.model.PostbackContent;
import java.util.Optional;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.inquiry.Said;

/**
 * What stands behind a button: {@code choice=} and the choice's value, or {@code vote=}, yes or no
 * and the message whose answer was of use or not.
 */
final class Postback {

  private static final String CHOICE = "choice=";

  private Postback() {}

  static String data(String value) {
    return CHOICE + value;
  }

  /** Whether the button is one of ours. */
  static boolean isOurs(PostbackContent postback) {
    return postback.data() != null
        && (postback.data().startsWith(CHOICE) || VoteButton.isOne(postback.data()));
  }

  /** Whether it only turns to another page of the menu. */
  static boolean turnsMenu(PostbackContent postback) {
    return postback.params() != null && postback.params().containsKey("newRichMenuAliasId");
  }

  /** What was pressed; a button that is not ours is a choice that was never offered. */
  static Optional<Said> read(PostbackContent postback) {
    if (postback.data() == null || turnsMenu(postback)) {
      return Optional.empty();
    }
    if (VoteButton.isOne(postback.data())) {
      return Optional.of(VoteButton.read(postback.data()));
    }
    String value =
        postback.data().startsWith(CHOICE)
            ? postback.data().substring(CHOICE.length())
            : postback.data();
    // The person is always in reach, whether it was offered in this conversation or in the menu.
    return Optional.of(
        value.equals(Wording.HANDOFF) ? new Said.AskedForPerson() : new Said.Chosen(value));
  }
}
