/** Who of the staff did or saw what. */
@NullMarked
package madoguchi.staff.audit;

import org.jspecify.annotations.NullMarked;
