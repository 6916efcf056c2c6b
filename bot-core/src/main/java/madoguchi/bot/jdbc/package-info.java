/**
 * The ports on a relational database, H2 or PostgreSQL. Words are encrypted here; facts are not.
 */
@NullMarked
package madoguchi.bot.jdbc;

import org.jspecify.annotations.NullMarked;
