package madoguchi.bot.inquiry;

/** What the citizen did. */
public sealed interface Said {

  /** Typed words, as they came: not yet masked. */
  record Text(String text) implements Said {}

  /** Took one of the choices that were offered; the value is the bot's own. */
  record Chosen(String value) implements Said {}

  /** Pressed 「職員に相談する」. */
  record AskedForPerson() implements Said {}

  /** Came for the first time, or came back after leaving. */
  record Arrived() implements Said {}

  /** Was let into a group of citizens. */
  record Invited() implements Said {}

  /**
   * Sent what the bot cannot read.
   *
   * @param kind such as {@code sticker}, {@code image}, {@code location}
   * @param detail what can be told of it, such as a file's name or a place; often empty
   */
  record Sent(String kind, String detail) implements Said {

    /** Something of which nothing can be told. */
    public Sent(String kind) {
      this(kind, "");
    }
  }

  /**
   * Said whether an answer was of use.
   *
   * @param messageId of the message that was answered
   * @param faqId the entry that was shown; empty: whatever was shown
   */
  record Voted(String messageId, String faqId, boolean useful) implements Said {}
}
