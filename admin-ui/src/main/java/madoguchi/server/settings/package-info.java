/** What is set from outside: the environment and {@code application.yml}. */
@NullMarked
package madoguchi.server.settings;

import org.jspecify.annotations.NullMarked;
