/** Who of the staff is there: accounts, logging in, sessions. */
@NullMarked
package madoguchi.staff.account;

import org.jspecify.annotations.NullMarked;
