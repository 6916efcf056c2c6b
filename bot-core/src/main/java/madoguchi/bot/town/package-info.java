/** The municipalities that this server answers for: their names, departments and settings. */
@NullMarked
package madoguchi.bot.town;

import org.jspecify.annotations.NullMarked;
