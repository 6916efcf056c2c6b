/**
 * Whose town hall it is: everything that Madoguchi stores or answers belongs to one municipality.
 */
@NullMarked
package madoguchi.municipality;

import org.jspecify.annotations.NullMarked;
