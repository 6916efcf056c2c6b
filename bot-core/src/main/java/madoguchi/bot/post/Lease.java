package madoguchi.bot.post;

import madoguchi.municipality.MunicipalityCode;

/**
 * The right to work on one conversation for a while.
 *
 * @param fence rises with every lease of the conversation: a commit with an older one is refused
 */
public record Lease(MunicipalityCode municipality, String conversationId, long fence) {}
