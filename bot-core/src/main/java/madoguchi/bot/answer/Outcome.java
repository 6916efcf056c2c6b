package madoguchi.bot.answer;

import java.util.Locale;

/** The name of an ending, as the contract gives it to the outside. */
public enum Outcome {
  /** One entry answers, word for word. */
  ANSWERED,
  /** The citizen is asked which is meant. */
  CHOOSE,
  /** Nothing fits; a person is offered. */
  UNANSWERED,
  /** A case is open and waits for a person. */
  HANDED_OVER,
  /** A person has it; the bot is silent. */
  STAFF,
  /** A greeting was returned. */
  GREETING,
  /** Limits, or what must not be asked of a bot. */
  REFUSED,
  /** Something broke on our side. */
  FAILED;

  /** As written in JSON and in the journal. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome of that code. */
  public static Outcome ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
