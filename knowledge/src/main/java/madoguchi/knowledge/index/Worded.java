package madoguchi.knowledge.index;

import java.util.List;
import madoguchi.knowledge.text.Token;

/** A text with its words, so that it is taken apart once. */
record Worded(String text, List<Token> words) {}
