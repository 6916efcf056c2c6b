package madoguchi.bot.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.memory.MemoryTable;
import madoguchi.municipality.MunicipalityCode;

/** Leases that are forgotten with the process. */
public final class InMemoryLeases implements Leases {

  private final Memory memory;
  private final InMemoryInbox inbox;
  private final InMemoryOutbox outbox;
  private final MemoryTable<Held> held;
  private long taken;

  private record Held(String owner, long fence, Instant until) {}

  private record Work(MunicipalityCode municipality, String conversationId, Instant since) {}

  /** Over an inbox and an outbox of the same memory. */
  public InMemoryLeases(Memory memory, InMemoryInbox inbox, InMemoryOutbox outbox) {
    this.memory = memory;
    this.inbox = inbox;
    this.outbox = outbox;
    this.held = memory.table();
  }

  @Override
  public List<Lease> take(String owner, Instant now, Duration length, int most) {
    return memory.atomically(
        () ->
            Stream.generate(() -> takeOne(owner, now, length))
                .limit(most)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList());
  }

  private Optional<Lease> takeOne(String owner, Instant now, Duration length) {
    boolean othersTurn = (taken + 1) % SHARE == 0;
    Instant reachable = now.minus(REACHABLE);
    Optional<Lease> lease =
        work()
            .filter(w -> !present(w).until.isAfter(now))
            .min(
                Comparator.comparing((Work w) -> w.since.isBefore(reachable) != othersTurn)
                    .thenComparing(Work::since))
            .map(
                w -> {
                  long fence = present(w).fence + 1;
                  held.put(
                      w.municipality, w.conversationId, new Held(owner, fence, now.plus(length)));
                  return new Lease(w.municipality, w.conversationId, fence);
                });
    lease.ifPresent(l -> taken++);
    return lease;
  }

  @Override
  public void end(String owner) {
    memory.atomically(
        () -> {
          work()
              .filter(w -> present(w).owner.equals(owner))
              .forEach(
                  w ->
                      held.put(
                          w.municipality,
                          w.conversationId,
                          new Held(owner, present(w).fence, Instant.EPOCH)));
          return true;
        });
  }

  @Override
  public boolean renew(Lease lease, Instant now, Duration length) {
    return until(lease, now.plus(length));
  }

  @Override
  public void release(Lease lease) {
    until(lease, Instant.EPOCH);
  }

  @Override
  public boolean finish(Lease lease) {
    return memory.atomically(
        () -> {
          boolean works =
              holds(lease)
                  && work()
                      .anyMatch(
                          w ->
                              w.municipality.equals(lease.municipality())
                                  && w.conversationId.equals(lease.conversationId()));
          if (!works) {
            release(lease);
          }
          return !works;
        });
  }

  @Override
  public Optional<Instant> longestDue(Instant now) {
    return memory.atomically(
        () ->
            work()
                .filter(w -> !present(w).until.isAfter(now))
                .map(Work::since)
                .filter(since -> !since.isBefore(now.minus(REACHABLE)))
                .min(Comparator.naturalOrder()));
  }

  @Override
  public List<Backlog> backlog() {
    return memory.atomically(
        () ->
            work()
                .collect(
                    Collectors.groupingBy(
                        w ->
                            Map.entry(
                                w.municipality, inbox.channel(w.conversationId, w.municipality))))
                .entrySet()
                .stream()
                .map(
                    door ->
                        new Backlog(
                            door.getKey().getKey(),
                            door.getKey().getValue(),
                            door.getValue().stream().map(Work::conversationId).distinct().count(),
                            door.getValue().stream()
                                .map(Work::since)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()))
                .toList());
  }

  boolean holds(Lease lease) {
    return held.get(lease.municipality(), lease.conversationId())
            .filter(h -> h.fence == lease.fence())
            .isPresent()
        && inbox.lives(lease.municipality(), lease.conversationId());
  }

  private boolean until(Lease lease, Instant instant) {
    return memory.atomically(
        () -> {
          boolean holds = holds(lease);
          if (holds) {
            held.get(lease.municipality(), lease.conversationId())
                .ifPresent(
                    h ->
                        held.put(
                            lease.municipality(),
                            lease.conversationId(),
                            new Held(h.owner, h.fence, instant)));
          }
          return holds;
        });
  }

  private Held present(Work w) {
    return held.get(w.municipality, w.conversationId).orElse(new Held("", 0, Instant.EPOCH));
  }

  private Stream<Work> work() {
    return Stream.concat(
        inbox.waiting().map(a -> new Work(a.municipality(), a.conversationId(), a.receivedAt())),
        outbox.pending().map(d -> new Work(d.municipality(), d.conversationId(), d.createdAt())));
  }
}
