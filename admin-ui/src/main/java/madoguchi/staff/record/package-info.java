/** The record of what was asked, answered and why, and of what could not be sent. */
@NullMarked
package madoguchi.staff.record;

import org.jspecify.annotations.NullMarked;
