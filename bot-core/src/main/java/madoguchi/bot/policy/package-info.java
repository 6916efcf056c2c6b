/**
 * The policy of the service: {@code StandardSteps} is the list of steps, the first file to read.
 */
@NullMarked
package madoguchi.bot.policy;

import org.jspecify.annotations.NullMarked;
