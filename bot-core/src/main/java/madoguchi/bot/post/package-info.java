/**
 * What was accepted and must be answered, what was said and must arrive, and the commit that joins
 * them.
 */
@NullMarked
package madoguchi.bot.post;

import org.jspecify.annotations.NullMarked;
