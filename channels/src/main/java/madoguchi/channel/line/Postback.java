package madoguchi.channel.line;

import com.linecorp.bot.webhook.model.PostbackContent;
import java.util.Optional;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.inquiry.Said;

/** What stands behind a button: {@code choice=} and the choice's value. */
final class Postback {

  private static final String CHOICE = "choice=";

  private Postback() {}

  static String data(String value) {
    return CHOICE + value;
  }

  /** What was pressed; a button that is not ours is a choice that was never offered. */
  static Optional<Said> read(PostbackContent postback) {
    boolean switchesMenu =
        postback.params() != null && postback.params().containsKey("newRichMenuAliasId");
    if (postback.data() == null || switchesMenu) {
      return Optional.empty();
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
