/** What a database holds before anybody has set anything: the default town and its entries. */
@NullMarked
package madoguchi.server.seed;

import org.jspecify.annotations.NullMarked;
