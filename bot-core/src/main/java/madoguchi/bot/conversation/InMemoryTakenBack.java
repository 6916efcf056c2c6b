package madoguchi.bot.conversation;

import java.util.Optional;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.memory.MemoryTable;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** What channels call messages, and which of these were taken back. */
final class InMemoryTakenBack {

  private final Memory memory;
  private final MemoryTable<Named> named;

  /** A message; null: not come yet. */
  private record Named(String conversationId, @Nullable String messageId, boolean takenBack) {}

  InMemoryTakenBack(Memory memory) {
    this.memory = memory;
    this.named = memory.table();
  }

  boolean name(MunicipalityCode municipality, String id, String channelId, String messageId) {
    return memory.atomically(
        () -> {
          String key = id + ' ' + channelId;
          boolean gone = named.get(municipality, key).filter(Named::takenBack).isPresent();
          if (!gone) {
            named.put(municipality, key, new Named(id, messageId, false));
          }
          return !gone;
        });
  }

  /** The message, if it has come. */
  Optional<String> take(MunicipalityCode municipality, String id, String channelId) {
    String key = id + ' ' + channelId;
    Optional<String> known = named.get(municipality, key).map(Named::messageId);
    named.put(municipality, key, new Named(id, known.orElse(null), true));
    return known;
  }

  boolean was(MunicipalityCode municipality, String id, String messageId) {
    return !named
        .rows(
            municipality,
            n -> n.takenBack && n.conversationId.equals(id) && messageId.equals(n.messageId))
        .isEmpty();
  }
}
