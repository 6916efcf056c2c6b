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

  /**
   * Sent what the bot cannot read.
   *
   * @param kind such as {@code sticker}, {@code image}, {@code location}
   */
  record Sent(String kind) implements Said {}
}
