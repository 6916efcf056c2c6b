/** Questions that people have resolved: staff's decisions, and what residents found useful. */
@NullMarked
package madoguchi.bot.resolved;

import org.jspecify.annotations.NullMarked;
