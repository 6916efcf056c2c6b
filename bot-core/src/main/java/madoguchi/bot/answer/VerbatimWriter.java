package madoguchi.bot.answer;

import madoguchi.knowledge.index.Hit;

/** The entry's own words: nothing can be invented. */
public final class VerbatimWriter implements AnswerWriter {

  @Override
  public String write(Turn turn, Hit hit) {
    return hit.entry().answer();
  }
}
