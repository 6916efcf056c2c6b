package madoguchi.bot.post;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.memory.MemoryTable;
import madoguchi.municipality.MunicipalityCode;

/** Errands that are forgotten with the process. */
public final class InMemoryErrands implements Errands {

  private final Memory memory;
  private final ErrandRights rights;
  private final MemoryTable<Errand> errands;
  private final MemoryTable<List<String>> mentioned;

  /** Beside the conversations whose epochs it obeys. */
  public InMemoryErrands(Memory memory, Conversations conversations) {
    this.memory = memory;
    this.rights = new ErrandRights(conversations);
    this.errands = memory.table();
    this.mentioned = memory.table();
  }

  @Override
  public void add(Errand errand, Collection<String> mentions) {
    memory.atomically(
        () -> {
          if (rights.lives(errand) && errands.get(errand.municipality(), errand.id()).isEmpty()) {
            errands.put(errand.municipality(), errand.id(), errand);
            mentioned.put(errand.municipality(), errand.id(), List.copyOf(mentions));
          }
          return true;
        });
  }

  @Override
  public void amend(
      MunicipalityCode municipality, String kind, String mention, UnaryOperator<String> change) {
    memory.atomically(
        () -> {
          errands
              .rows(municipality, e -> e.kind().equals(kind) && e.isOpen() && speaksOf(e, mention))
              .forEach(e -> errands.put(municipality, e.id(), e.saying(change.apply(e.payload()))));
          return true;
        });
  }

  private boolean speaksOf(Errand errand, String mention) {
    return mentioned.get(errand.municipality(), errand.id()).orElse(List.of()).contains(mention);
  }

  @Override
  public List<Errand> due(MunicipalityCode municipality, String kind, Instant now, int limit) {
    return errands.rows(municipality, e -> e.kind().equals(kind) && isDue(e, now)).stream()
        .sorted(Comparator.comparing(Errand::nextAt).thenComparing(Errand::id))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Errand> begin(Errand errand, Instant until) {
    return memory.atomically(
        () -> {
          Optional<Errand> present = present(errand).filter(Errand::isOpen);
          if (present.isEmpty()) {
            return Optional.empty();
          }
          boolean current = rights.remains(errand) && rights.isCurrent(errand);
          Errand next =
              current
                  ? present.get().begun(until)
                  : present.get().settled(SendState.CANCELLED, "", until);
          errands.put(next.municipality(), next.id(), next);
          return current ? Optional.of(next) : Optional.empty();
        });
  }

  @Override
  public boolean settle(Errand begun, SendState state, String note, Instant next) {
    return memory.atomically(
        () -> {
          Optional<Errand> settled =
              present(begun)
                  .filter(e -> e.state() == SendState.TRYING)
                  .map(e -> e.settled(state, note, next));
          settled.ifPresent(e -> errands.put(e.municipality(), e.id(), e));
          return settled.isPresent();
        });
  }

  @Override
  public List<Errand> troubled(MunicipalityCode municipality, String kind, int limit) {
    return errands
        .rows(municipality, e -> e.kind().equals(kind) && isTroubled(e) && rights.lives(e))
        .stream()
        .sorted(Comparator.comparing(Errand::createdAt).thenComparing(Errand::id).reversed())
        .limit(limit)
        .map(Errand::wordless)
        .toList();
  }

  @Override
  public int forget(MunicipalityCode municipality, Instant before) {
    return memory.atomically(
        () -> {
          List<Errand> old =
              errands.rows(municipality, e -> !e.isOpen() && e.createdAt().isBefore(before));
          old.forEach(e -> errands.put(municipality, e.id(), null));
          old.forEach(e -> mentioned.put(municipality, e.id(), null));
          return old.size();
        });
  }

  private Optional<Errand> present(Errand errand) {
    return errands
        .get(errand.municipality(), errand.id())
        .filter(e -> e.attempts() == errand.attempts());
  }

  private static boolean isTroubled(Errand e) {
    return e.state() == SendState.GIVEN_UP
        || e.state() == SendState.AMBIGUOUS
        || e.state() == SendState.TRYING && !e.note().isEmpty();
  }

  private boolean isDue(Errand e, Instant now) {
    return e.isOpen() && !e.nextAt().isAfter(now) && rights.remains(e);
  }
}
