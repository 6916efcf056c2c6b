/**
 * The middle of the bot: the reception, through which every inquiry goes, and the workers that
 * bring inquiries to it.
 */
@NullMarked
package madoguchi.bot.desk;

import org.jspecify.annotations.NullMarked;
