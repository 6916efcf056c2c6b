/**
 * What a citizen said, and the care taken with it before anything else: pseudonyms and masked
 * personal numbers.
 */
@NullMarked
package madoguchi.bot.inquiry;

import org.jspecify.annotations.NullMarked;
