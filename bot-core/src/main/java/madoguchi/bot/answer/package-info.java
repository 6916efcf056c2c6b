/**
 * How an inquiry becomes an answer: a list of steps, a sealed set of endings, and the sentences
 * that residents read.
 */
@NullMarked
package madoguchi.bot.answer;

import org.jspecify.annotations.NullMarked;
