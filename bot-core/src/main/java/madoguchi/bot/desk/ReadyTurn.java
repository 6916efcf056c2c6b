package madoguchi.bot.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Department;
import org.jspecify.annotations.Nullable;

/**
 * A turn that is thought out and not yet stored.
 *
 * @param lines what was said in it, by both
 * @param toSend what must arrive; {@code GIVEN_UP} at once when nobody can be told
 * @param isUnread whether nobody knows what the citizen said
 */
record ReadyTurn(
    Reception.Received received,
    List<Utterance> lines,
    Optional<Dispatch> toSend,
    boolean isUnread) {

  /** A turn with the words of both. */
  static ReadyTurn of(Reception.Received received, Optional<Dispatch> toSend) {
    return new ReadyTurn(
        received,
        Stream.concat(Stream.of(received.resident()), received.said().stream()).toList(),
        toSend,
        false);
  }

  /** A turn with our own words only. */
  static ReadyTurn unread(Reception.Received received, Optional<Dispatch> toSend) {
    return new ReadyTurn(received, received.said(), toSend, true);
  }

  /**
   * Stores all of it, within the turn's commit.
   *
   * @param begun whether a try to send it begins with that
   */
  void store(Stores stores, boolean begun) {
    Conversation after = received.conversation();
    stores.conversations().save(after);
    stores.conversations().append(after.municipality(), after.id(), lines);
    if (received.answer() instanceof Answer.HandedOver(Department department)) {
      stores
          .handoffs()
          .open(after.municipality(), after.id(), name(department), received.journal().at());
    }
    stores.journal().append(received.journal());
    toSend
        .map(sent -> begun ? sent.moved(SendState.TRYING, 1, sent.note()) : sent)
        .ifPresent(stores.outbox()::add);
  }

  private static @Nullable String name(@Nullable Department department) {
    return department == null ? null : department.name();
  }
}
