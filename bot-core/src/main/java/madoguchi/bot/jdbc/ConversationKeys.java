package madoguchi.bot.jdbc;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The keys of the conversations; those of the last minute are remembered unwrapped. */
final class ConversationKeys {

  private static final String PURPOSE = "key";

  private static final String ONE =
      """
      SELECT wrapped FROM conversation_key
      WHERE municipality = :municipality AND conversation_id = :id""";

  private static final String SOME =
      """
      SELECT k.conversation_id, k.wrapped FROM unnest(:ids) wanted(id)
      JOIN conversation_key k
        ON k.municipality = :municipality AND k.conversation_id = wanted.id""";

  private final TownKeys towns;
  private final RecentKeys recent = new RecentKeys();

  ConversationKeys(TownKeys towns) {
    this.towns = towns;
  }

  /** The key, or empty when there is none or it was destroyed. */
  Optional<ConversationKey> find(
      Handle handle, MunicipalityCode municipality, String conversationId) {
    Place place = new Place(municipality, conversationId);
    return recent.find(place).or(() -> read(handle, place));
  }

  private Optional<ConversationKey> read(Handle handle, Place place) {
    return handle
        .createQuery(ONE)
        .bind("municipality", place.municipality())
        .bind("id", place.conversationId())
        .mapTo(byte[].class)
        .findOne()
        .map(wrapped -> recent.remember(place, unwrap(place, wrapped)));
  }

  /** Brings to mind the keys of several conversations of a town in one look. */
  void recall(Handle handle, MunicipalityCode municipality, List<String> conversationIds) {
    List<String> unknown =
        conversationIds.stream()
            .filter(id -> recent.find(new Place(municipality, id)).isEmpty())
            .toList();
    if (unknown.size() > 1) {
      handle
          .createQuery(SOME)
          .bind("municipality", municipality)
          .bindArray("ids", String.class, unknown)
          .map((row, context) -> Map.entry(row.getString(1), row.getBytes(2)))
          .forEach(
              found -> {
                Place place = new Place(municipality, found.getKey());
                recent.remember(place, unwrap(place, found.getValue()));
              });
    }
  }

  /** The key was destroyed. */
  void forget(MunicipalityCode municipality, String conversationId) {
    recent.forget(new Place(municipality, conversationId));
  }

  /**
   * The key of a living conversation whose row this transaction has locked, so that nothing is
   * sealed for an erased one. When there is none, the database was restored from a backup, which
   * brings no keys back: whatever was sealed is forgotten, and the conversation goes on with a new
   * key, which is not remembered at first, for the transaction may be undone.
   */
  ConversationKey obtain(Handle handle, MunicipalityCode municipality, String conversationId) {
    return find(handle, municipality, conversationId)
        .orElseGet(
            () -> {
              Erasure.ofWords(handle, municipality, conversationId);
              Place place = new Place(municipality, conversationId);
              recent.doubt(place);
              return Objects.requireNonNull(insert(handle, List.of(place)).get(place));
            });
  }

  /** Makes the keys of conversations that were begun in this transaction. */
  void create(Handle handle, List<Place> places) {
    // Whether the transaction is committed or not: nobody else knows these conversations yet.
    insert(handle, places).forEach(recent::remember);
  }

  private Map<Place, ConversationKey> insert(Handle handle, List<Place> places) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO conversation_key (municipality, conversation_id, wrapped)
            VALUES (:municipality, :id, :wrapped)""");
    Map<Place, ConversationKey> made = new HashMap<>();
    for (Place place : places) {
      SealingKey fresh = SealingKey.random();
      String context = ConversationKey.place(place) + PURPOSE;
      batch
          .bind("municipality", place.municipality())
          .bind("id", place.conversationId())
          .bind("wrapped", towns.of(place.municipality()).wrap(fresh, context))
          .add();
      made.put(place, new ConversationKey(place, fresh));
    }
    batch.execute();
    return made;
  }

  ConversationKey unwrap(Place place, byte[] wrapped) {
    String context = ConversationKey.place(place) + PURPOSE;
    try {
      return new ConversationKey(place, towns.of(place.municipality()).unwrap(wrapped, context));
    } catch (GeneralSecurityException altered) {
      throw new IllegalStateException(
          "the key of conversation " + place.conversationId() + " does not belong to it", altered);
    }
  }
}
