package madoguchi.bot.conversation;

/**
 * How a conversation stands, at a glance: who saw an equal one before has missed nothing.
 *
 * @param lastNumber of its lines
 */
public record Standing(ConversationState state, long lastNumber) {}
