/**
 * The slot for a model outside that turns texts into directions. Empty unless a server is told of
 * one.
 */
@NullMarked
package madoguchi.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
