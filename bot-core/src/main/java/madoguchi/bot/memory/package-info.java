/** The heap as a small database, on which the in-memory twins of the ports stand. */
@NullMarked
package madoguchi.bot.memory;

import org.jspecify.annotations.NullMarked;
