/** What the build of this module does beforehand, so that no server has to. */
@NullMarked
package madoguchi.knowledge.ahead;

import org.jspecify.annotations.NullMarked;
