/**
 * Words as vectors, learned from a town's own entries: words that stand in like company point in
 * like directions. No model is downloaded.
 */
@NullMarked
package madoguchi.knowledge.vector;

import org.jspecify.annotations.NullMarked;
