/**
 * What could not be answered surely, what residents found of use, and what the staff decide about
 * both.
 */
@NullMarked
package madoguchi.staff.unanswered;

import org.jspecify.annotations.NullMarked;
