/** The cases that wait for a person. */
@NullMarked
package madoguchi.staff.inbox;

import org.jspecify.annotations.NullMarked;
