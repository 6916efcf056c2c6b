package madoguchi.bot.inquiry;

/**
 * Somebody who asks, known by a pseudonym only: a keyed hash of what the channel calls them. The
 * same person at the same channel of the same town has the same key; nothing leads back.
 *
 * @param key 43 characters of unpadded base64url
 */
public record Citizen(String key) {}
