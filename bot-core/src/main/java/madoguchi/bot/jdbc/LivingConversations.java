package madoguchi.bot.jdbc;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/** Finds the conversations that many citizens have already, in one statement for each door. */
final class LivingConversations {

  /** By a join: H2 would not look into its index for {@code = ANY} or {@code IN}. */
  private static final String FIND =
      """
      SELECT c.id, c.citizen FROM unnest(:citizens) wanted(citizen)
      JOIN conversation c
        ON c.municipality = :municipality AND c.channel = :channel AND c.citizen = wanted.citizen""";

  private record Door(MunicipalityCode municipality, String channel) {}

  private LivingConversations() {}

  /** Their ids. */
  static Map<Caller, String> find(Handle handle, Collection<Caller> callers) {
    Map<Caller, String> found = new HashMap<>();
    callers.stream()
        .collect(groupingBy(caller -> new Door(caller.municipality(), caller.channel())))
        .forEach(
            (door, some) ->
                handle
                    .createQuery(FIND)
                    .bind("municipality", door.municipality)
                    .bind("channel", door.channel)
                    .bindArray(
                        "citizens",
                        String.class,
                        some.stream().map(c -> c.citizen().key()).toList())
                    .map((row, context) -> Map.entry(row.getString(2), row.getString(1)))
                    .forEach(
                        row ->
                            found.put(
                                new Caller(
                                    door.municipality, door.channel, new Citizen(row.getKey())),
                                row.getValue())));
    return found;
  }
}
