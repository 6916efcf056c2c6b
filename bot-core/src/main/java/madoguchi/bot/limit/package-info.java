/** How often one may do something; what is forgotten here only lets somebody do a little more. */
@NullMarked
package madoguchi.bot.limit;

import org.jspecify.annotations.NullMarked;
