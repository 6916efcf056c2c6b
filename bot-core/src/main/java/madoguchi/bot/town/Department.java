package madoguchi.bot.town;

/**
 * A department as residents meet it.
 *
 * @param code the name used within the town's data, such as {@code shimin}
 * @param name such as 市民課
 * @param telephone as printed, such as 0000-12-3101
 * @param place where its counter is
 * @param hours when it can be reached, in words
 */
public record Department(String code, String name, String telephone, String place, String hours) {}
