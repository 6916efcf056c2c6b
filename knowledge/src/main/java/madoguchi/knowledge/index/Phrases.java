package madoguchi.knowledge.index;

import madoguchi.knowledge.text.JapaneseText;
import madoguchi.knowledge.text.PatternSet;
import madoguchi.knowledge.text.WordLines;

/** Ways of saying something, by the patterns of a resource, one a line. */
enum Phrases {

  /** Something is not: 「住民票はいらない」. */
  NEGATION("negations.txt"),

  /** For which day it is asked: 「燃えるごみ明日？」. Such a word is no term, but more than a name. */
  DAY("days.txt");

  private final PatternSet any;

  Phrases(String resource) {
    this.any = new PatternSet(WordLines.of("/madoguchi/text/" + resource));
  }

  boolean areIn(String text) {
    return any.foundIn(JapaneseText.normalise(text)) != 0;
  }
}
