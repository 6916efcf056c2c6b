package madoguchi.bot.answer;

/** The sentences that residents read, by ending; from a resource file. */
public final class Sentences {}
