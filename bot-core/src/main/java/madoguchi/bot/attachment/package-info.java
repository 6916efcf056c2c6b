/** What residents attach: photographs, recordings, files. */
@NullMarked
package madoguchi.bot.attachment;

import org.jspecify.annotations.NullMarked;
