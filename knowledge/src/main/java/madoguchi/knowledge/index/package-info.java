/** The searchable form of a town's entries: built whole, searched, replaced whole. */
@NullMarked
package madoguchi.knowledge.index;

import org.jspecify.annotations.NullMarked;
