/** What all pages of the staff have in common. */
@NullMarked
package madoguchi.staff.frame;

import org.jspecify.annotations.NullMarked;
