package madoguchi.channel.line;

import madoguchi.bot.inquiry.Said;

/**
 * What stands behind 「役に立った」: {@code vote=}, yes or no, the message that was answered, and the
 * entry that was shown, as one reply may show several.
 */
final class VoteButton {

  private static final String VOTE = "vote=";
  private static final String YES = VOTE + "yes:";
  private static final String NO = VOTE + "no:";
  private static final String ENTRY = "&entry=";

  private VoteButton() {}

  static String data(String messageId, String faqId, boolean useful) {
    return (useful ? YES : NO) + messageId + ENTRY + faqId;
  }

  static boolean isOne(String data) {
    return data.startsWith(VOTE);
  }

  /** A vote that is neither yes nor no is a choice that was never offered. */
  static Said read(String data) {
    if (data.startsWith(YES)) {
      return voted(data.substring(YES.length()), true);
    }
    return data.startsWith(NO) ? voted(data.substring(NO.length()), false) : new Said.Chosen(data);
  }

  /** Cards of older versions, which stay in residents' chats, name no entry. */
  private static Said voted(String on, boolean useful) {
    int end = on.indexOf(ENTRY);
    return end < 0
        ? new Said.Voted(on, "", useful)
        : new Said.Voted(on.substring(0, end), on.substring(end + ENTRY.length()), useful);
  }
}
