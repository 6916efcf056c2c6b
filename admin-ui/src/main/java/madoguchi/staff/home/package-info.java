/** The staff's first page. */
@NullMarked
package madoguchi.staff.home;

import org.jspecify.annotations.NullMarked;
