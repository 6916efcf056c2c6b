/** The append-only record of what was asked, what was answered and why. */
@NullMarked
package madoguchi.bot.journal;

import org.jspecify.annotations.NullMarked;
