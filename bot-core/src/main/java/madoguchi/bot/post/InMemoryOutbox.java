package madoguchi.bot.post;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.memory.MemoryTable;
import madoguchi.municipality.MunicipalityCode;

/** An outbox that is forgotten with the process. */
public final class InMemoryOutbox implements Outbox {

  private static final Set<SendState> PENDING = EnumSet.of(SendState.READY, SendState.TRYING);
  private static final Set<SendState> TROUBLED =
      EnumSet.of(SendState.GIVEN_UP, SendState.AMBIGUOUS);
  private static final Comparator<Dispatch> IN_ORDER =
      Comparator.comparing(Dispatch::createdAt).thenComparing(Dispatch::id);

  private final Memory memory;
  private final Conversations conversations;
  private final MemoryTable<Dispatch> dispatches;

  /** Beside the conversations whose epochs it obeys. */
  public InMemoryOutbox(Memory memory, Conversations conversations) {
    this.memory = memory;
    this.conversations = conversations;
    this.dispatches = memory.table();
  }

  @Override
  public void add(Dispatch dispatch) {
    if (lives(dispatch)) {
      dispatches.put(dispatch.municipality(), dispatch.id(), dispatch);
    }
  }

  @Override
  public Optional<Dispatch> next(Lease lease) {
    return pending()
        .filter(
            d ->
                d.municipality().equals(lease.municipality())
                    && d.conversationId().equals(lease.conversationId()))
        .min(IN_ORDER);
  }

  @Override
  public boolean trying(Dispatch dispatch) {
    return memory.atomically(
        () -> {
          Optional<Conversation> conversation =
              conversations.find(dispatch.municipality(), dispatch.conversationId());
          boolean current =
              conversation.filter(c -> c.epoch() == dispatch.epoch()).isPresent()
                  && !answersWhatWasTakenBack(dispatch);
          SendState next = current ? SendState.TRYING : SendState.CANCELLED;
          return change(dispatch, next, "", current ? 1 : 0) && current;
        });
  }

  @Override
  public void settle(Dispatch dispatch, SendState state, String note) {
    change(dispatch, state, note, 0);
  }

  @Override
  public List<Dispatch> troubled(MunicipalityCode municipality, int limit) {
    return dispatches.rows(municipality, d -> TROUBLED.contains(d.state())).stream()
        .sorted(IN_ORDER.reversed())
        .limit(limit)
        .map(d -> lives(d) ? d : d.wordless())
        .toList();
  }

  @Override
  public boolean hasTrouble(MunicipalityCode municipality, Instant after) {
    return !dispatches
        .rows(municipality, d -> TROUBLED.contains(d.state()) && d.createdAt().isAfter(after))
        .isEmpty();
  }

  @Override
  public Optional<Dispatch> releaseAmbiguous(MunicipalityCode municipality, String id) {
    return memory.atomically(
        () -> {
          Optional<Dispatch> found =
              dispatches
                  .get(municipality, id)
                  .filter(d -> d.state() == SendState.AMBIGUOUS)
                  .filter(d -> lives(d) && !answersWhatWasTakenBack(d));
          return found.map(d -> d.moved(SendState.PASSED_ON, 1, d.note())).map(this::put);
        });
  }

  @Override
  public void settleReleased(
      MunicipalityCode municipality, String id, boolean arrived, String note) {
    memory.atomically(
        () ->
            dispatches
                .get(municipality, id)
                .filter(d -> d.state() == SendState.PASSED_ON && !d.payload().isEmpty())
                .filter(d -> lives(d) && !answersWhatWasTakenBack(d))
                .map(d -> d.moved(arrived ? SendState.SENT : SendState.AMBIGUOUS, 0, note))
                .map(this::put));
  }

  private Dispatch put(Dispatch dispatch) {
    dispatches.put(dispatch.municipality(), dispatch.id(), dispatch);
    return dispatch;
  }

  Stream<Dispatch> pending() {
    return dispatches.all().stream()
        .filter(d -> PENDING.contains(d.state()))
        .filter(d -> lives(d) && !answersWhatWasTakenBack(d));
  }

  private boolean answersWhatWasTakenBack(Dispatch d) {
    return conversations.wasTakenBack(d.municipality(), d.conversationId(), d.answersTo());
  }

  private boolean lives(Dispatch d) {
    return conversations.find(d.municipality(), d.conversationId()).isPresent();
  }

  private boolean change(Dispatch dispatch, SendState state, String note, int tries) {
    return memory.atomically(
        () -> {
          Optional<Dispatch> pending =
              dispatches
                  .get(dispatch.municipality(), dispatch.id())
                  .filter(d -> PENDING.contains(d.state()));
          pending
              .map(d -> d.moved(state, tries, note))
              .map(d -> state.mayStillBeSent() ? d : d.wordless())
              .ifPresent(this::put);
          return pending.isPresent();
        });
  }
}
