package madoguchi.bot.jdbc;

import java.security.GeneralSecurityException;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/**
 * The keys of the conversations, read anew for every use: so an erasure, by whatever node, holds at
 * once. Unwrapping costs some microseconds.
 */
final class ConversationKeys {

  private static final String PURPOSE = "key";

  private final TownKeys towns;

  ConversationKeys(TownKeys towns) {
    this.towns = towns;
  }

  /** The key, or empty when there is none or it was destroyed. */
  Optional<ConversationKey> find(
      Handle handle, MunicipalityCode municipality, String conversationId) {
    return handle
        .createQuery(
            """
            SELECT wrapped FROM conversation_key
            WHERE municipality = :municipality AND conversation_id = :id""")
        .bind("municipality", municipality)
        .bind("id", conversationId)
        .mapTo(byte[].class)
        .findOne()
        .map(wrapped -> unwrap(municipality, conversationId, wrapped));
  }

  /**
   * The key of a living conversation whose row this transaction has locked, so that nothing is
   * sealed for an erased one. When there is none, the database was restored from a backup, which
   * brings no keys back: whatever was sealed is forgotten, and the conversation goes on with a new
   * key.
   */
  ConversationKey obtain(Handle handle, MunicipalityCode municipality, String conversationId) {
    return find(handle, municipality, conversationId)
        .orElseGet(
            () -> {
              Erasure.ofWords(handle, municipality, conversationId);
              return create(handle, municipality, conversationId);
            });
  }

  /** Makes the key of a conversation that was begun in this transaction. */
  ConversationKey create(Handle handle, MunicipalityCode municipality, String conversationId) {
    SealingKey fresh = SealingKey.random();
    String context = ConversationKey.place(municipality, conversationId) + PURPOSE;
    handle
        .createUpdate(
            """
            INSERT INTO conversation_key (municipality, conversation_id, wrapped)
            VALUES (:municipality, :id, :wrapped)""")
        .bind("municipality", municipality)
        .bind("id", conversationId)
        .bind("wrapped", towns.of(municipality).wrap(fresh, context))
        .execute();
    return new ConversationKey(municipality, conversationId, fresh);
  }

  ConversationKey unwrap(MunicipalityCode municipality, String conversationId, byte[] wrapped) {
    String context = ConversationKey.place(municipality, conversationId) + PURPOSE;
    try {
      SealingKey key = towns.of(municipality).unwrap(wrapped, context);
      return new ConversationKey(municipality, conversationId, key);
    } catch (GeneralSecurityException altered) {
      throw new IllegalStateException(
          "the key of conversation " + conversationId + " does not belong to it", altered);
    }
  }
}
