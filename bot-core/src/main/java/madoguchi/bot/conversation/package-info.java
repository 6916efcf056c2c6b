/**
 * The conversation between a citizen and the town hall: its state, its numbered events, its
 * erasure.
 */
@NullMarked
package madoguchi.bot.conversation;

import org.jspecify.annotations.NullMarked;
