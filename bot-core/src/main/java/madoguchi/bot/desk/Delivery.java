package madoguchi.bot.desk;

import madoguchi.bot.post.SendState;

/**
 * How a try to send ended.
 *
 * @param state {@code SENT}, {@code GIVEN_UP}, {@code AMBIGUOUS}, or {@code TRYING}: try again
 *     while the dispatch is young
 * @param note for staff and log, such as {@code 400}; never a text or token
 */
public record Delivery(SendState state, String note) {}
