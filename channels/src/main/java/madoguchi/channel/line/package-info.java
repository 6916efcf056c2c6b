/**
 * The door to LINE: {@link madoguchi.channel.line.LineWebhook} takes in what LINE delivers, {@link
 * madoguchi.channel.line.LineChannel} reads it for the desk and replies by LINE's reply tokens.
 */
@NullMarked
package madoguchi.channel.line;

import org.jspecify.annotations.NullMarked;
