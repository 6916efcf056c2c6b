package madoguchi.bot.jdbc;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What the transaction of this thread's unit of work knows of the conversations whose rows it has
 * locked: what it has read or written once need not be read again.
 */
final class UnitScope {

  private static final ThreadLocal<@Nullable UnitScope> PRESENT = new ThreadLocal<>();

  private final Map<Place, ConversationLock> locked = new HashMap<>();
  private final Set<MunicipalityCode> learned =
      new TreeSet<>(Comparator.comparing(MunicipalityCode::value));

  private UnitScope() {}

  /** Whether this thread is within a unit of work. */
  static boolean isOpen() {
    return PRESENT.get() != null;
  }

  /**
   * Runs within the present scope or, when there is none, within a fresh one, for the transaction
   * of the handle.
   */
  static <T> T within(Handle handle, Supplier<T> work) {
    if (isOpen()) {
      return work.get();
    }
    UnitScope scope = new UnitScope();
    PRESENT.set(scope);
    try {
      T result = work.get();
      scope.learned.forEach(town -> ResolvedRevision.raiseNow(handle, town));
      return result;
    } finally {
      PRESENT.remove();
    }
  }

  /**
   * Notes that what a town has learned has changed. Its revision is one row for all conversations,
   * so it is locked as the last of all.
   *
   * @return false outside a unit of work
   */
  static boolean learns(MunicipalityCode municipality) {
    UnitScope scope = PRESENT.get();
    if (scope != null) {
      scope.learned.add(municipality);
    }
    return scope != null;
  }

  /** What is known of a row that this unit has locked. */
  static Optional<ConversationLock> find(Place place) {
    UnitScope scope = PRESENT.get();
    return scope == null ? Optional.empty() : Optional.ofNullable(scope.locked.get(place));
  }

  /** Notes how a locked row stands now; nothing happens outside a unit of work. */
  static void note(Place place, ConversationLock lock) {
    UnitScope scope = PRESENT.get();
    if (scope != null) {
      scope.locked.put(place, lock);
    }
  }

  /** The row is gone, or was changed in another way than through its store. */
  static void forget(Place place) {
    UnitScope scope = PRESENT.get();
    if (scope != null) {
      scope.locked.remove(place);
    }
  }
}
