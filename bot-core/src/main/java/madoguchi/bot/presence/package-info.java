/**
 * Who is there at present, on whatever node; what is forgotten here is only not shown for a while.
 */
@NullMarked
package madoguchi.bot.presence;

import org.jspecify.annotations.NullMarked;
