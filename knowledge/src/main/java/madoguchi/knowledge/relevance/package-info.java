/** Judged questions, and the figures that say how good the answers are. */
@NullMarked
package madoguchi.knowledge.relevance;

import org.jspecify.annotations.NullMarked;
