package madoguchi.bot.conversation;

/** Whose line it is. */
public enum Sender {
  RESIDENT,
  BOT,
  STAFF,
  SYSTEM
}
