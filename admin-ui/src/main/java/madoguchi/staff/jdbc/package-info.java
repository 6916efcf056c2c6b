/** The staff's accounts, sessions and audit in the database. */
@NullMarked
package madoguchi.staff.jdbc;

import org.jspecify.annotations.NullMarked;
