/** What a resident may be about to ask, from what has been typed so far. */
@NullMarked
package madoguchi.knowledge.completion;

import org.jspecify.annotations.NullMarked;
