package madoguchi.bot.answer;

import madoguchi.knowledge.index.Hit;

/** Writes what the citizen reads when one entry answers. */
@FunctionalInterface
public interface AnswerWriter {

  String write(Turn turn, Hit hit);
}
