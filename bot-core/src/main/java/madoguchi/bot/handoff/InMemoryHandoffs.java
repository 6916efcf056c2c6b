package madoguchi.bot.handoff;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.memory.MemoryTable;
import madoguchi.bot.town.RandomId;
import madoguchi.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Cases that are forgotten with the process. */
public final class InMemoryHandoffs implements Handoffs {

  private final Memory memory;
  private final Conversations conversations;
  private final MemoryTable<Handoff> cases;

  /** Beside the conversations whose erasure closes their cases. */
  public InMemoryHandoffs(Memory memory, Conversations conversations) {
    this.memory = memory;
    this.conversations = conversations;
    this.cases = memory.table();
  }

  @Override
  public Handoff open(
      MunicipalityCode municipality,
      String conversationId,
      @Nullable String department,
      Instant now) {
    return memory.atomically(
        () ->
            cases
                .rows(municipality, c -> c.conversationId().equals(conversationId) && isOpen(c))
                .stream()
                .findFirst()
                .orElseGet(
                    () -> {
                      Handoff fresh =
                          new Handoff(
                              municipality,
                              RandomId.next(),
                              conversationId,
                              department,
                              HandoffState.WAITING,
                              now,
                              null);
                      cases.put(municipality, fresh.id(), fresh);
                      return fresh;
                    }));
  }

  @Override
  public Optional<Handoff> find(MunicipalityCode municipality, String id) {
    return cases.get(municipality, id).map(this::present);
  }

  @Override
  public List<Handoff> pending(MunicipalityCode municipality) {
    return cases.rows(municipality, this::isOpen).stream()
        .sorted(Comparator.comparing(Handoff::openedAt).thenComparing(Handoff::id))
        .toList();
  }

  @Override
  public boolean claim(MunicipalityCode municipality, String id, String user) {
    return change(
        municipality,
        id,
        c -> isOpen(c) && c.state() == HandoffState.WAITING,
        c -> with(c, HandoffState.CLAIMED, user));
  }

  @Override
  public boolean close(MunicipalityCode municipality, String id) {
    return change(municipality, id, this::isOpen, c -> with(c, HandoffState.CLOSED, c.claimedBy()));
  }

  private boolean change(
      MunicipalityCode municipality,
      String id,
      Predicate<Handoff> condition,
      UnaryOperator<Handoff> change) {
    return memory.atomically(
        () -> {
          Optional<Handoff> present = cases.get(municipality, id).filter(condition);
          present.ifPresent(c -> cases.put(municipality, id, change.apply(c)));
          return present.isPresent();
        });
  }

  private static Handoff with(Handoff c, HandoffState state, @Nullable String user) {
    return new Handoff(
        c.municipality(), c.id(), c.conversationId(), c.department(), state, c.openedAt(), user);
  }

  private boolean isOpen(Handoff c) {
    return present(c).state() != HandoffState.CLOSED;
  }

  /** The case as it stands: closed once its conversation is erased. */
  private Handoff present(Handoff c) {
    return conversations.find(c.municipality(), c.conversationId()).isPresent()
        ? c
        : with(c, HandoffState.CLOSED, c.claimedBy());
  }
}
