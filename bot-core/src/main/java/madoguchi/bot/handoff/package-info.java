/** Cases that wait for a person. */
@NullMarked
package madoguchi.bot.handoff;

import org.jspecify.annotations.NullMarked;
