package madoguchi.bot.conversation;

/**
 * Something the citizen may press.
 *
 * @param label what they read
 * @param value what comes back; valid in this conversation only
 */
public record Choice(String label, String value) {}
