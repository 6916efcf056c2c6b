/** Keeps the towns' indexes up to date while the server runs. */
@NullMarked
package madoguchi.server.index;

import org.jspecify.annotations.NullMarked;
