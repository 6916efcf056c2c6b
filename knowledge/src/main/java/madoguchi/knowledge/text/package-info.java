/**
 * Japanese text: normalising what people type, and the recipe by which it becomes searchable terms.
 */
@NullMarked
package madoguchi.knowledge.text;

import org.jspecify.annotations.NullMarked;
