/** What an operator's monitoring sees: counts and gauges by town and channel. */
@NullMarked
package madoguchi.server.metrics;

import org.jspecify.annotations.NullMarked;
