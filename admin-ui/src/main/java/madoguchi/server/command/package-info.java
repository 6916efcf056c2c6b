/** The command line: what {@code ./run} does beside serving. */
@NullMarked
package madoguchi.server.command;

import org.jspecify.annotations.NullMarked;
