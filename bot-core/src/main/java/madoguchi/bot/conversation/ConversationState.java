package madoguchi.bot.conversation;

/** Who speaks with the citizen. */
public enum ConversationState {
  /** The bot answers. */
  BOT,
  /** A case is open and waits for a person; the bot still answers. */
  WAITING,
  /** A person has it; the bot is silent. */
  STAFF,
  /** Ended. A further message begins with the bot again. */
  CLOSED
}
