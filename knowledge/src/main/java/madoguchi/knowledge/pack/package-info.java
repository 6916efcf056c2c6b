/**
 * The base pack: the entries with which every town starts, and the town's own facts that fill them.
 */
@NullMarked
package madoguchi.knowledge.pack;

import org.jspecify.annotations.NullMarked;
