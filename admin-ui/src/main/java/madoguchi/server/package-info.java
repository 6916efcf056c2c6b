/**
 * The server that runs all: its start, and one configuration for each choice of what stands behind
 * a port.
 */
@NullMarked
package madoguchi.server;

import org.jspecify.annotations.NullMarked;
