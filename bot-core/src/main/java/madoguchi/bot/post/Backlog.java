package madoguchi.bot.post;

import java.time.Instant;
import madoguchi.municipality.MunicipalityCode;

/**
 * What waits in a town by a door.
 *
 * @param conversations how many have something waiting, in the inbox or to be sent
 * @param since the longest of them
 */
public record Backlog(
    MunicipalityCode municipality, String channel, long conversations, Instant since) {}
