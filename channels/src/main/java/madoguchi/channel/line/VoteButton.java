package madoguchi.channel.line;

import madoguchi.bot.inquiry.Said;

/** What stands behind 「役に立った」: {@code vote=}, yes or no, and the message that was answered. */
final class VoteButton {

  private static final String VOTE = "vote=";
  private static final String YES = VOTE + "yes:";
  private static final String NO = VOTE + "no:";

  private VoteButton() {}

  static String data(String messageId, boolean useful) {
    return (useful ? YES : NO) + messageId;
  }

  static boolean isOne(String data) {
    return data.startsWith(VOTE);
  }

  /** A vote that is neither yes nor no is a choice that was never offered. */
  static Said read(String data) {
    if (data.startsWith(YES)) {
      return new Said.Voted(data.substring(YES.length()), true);
    }
    return data.startsWith(NO)
        ? new Said.Voted(data.substring(NO.length()), false)
        : new Said.Chosen(data);
  }
}
