/** What stands on disk: the data directory, the key file and the database behind the ports. */
@NullMarked
package madoguchi.server.storage;

import org.jspecify.annotations.NullMarked;
