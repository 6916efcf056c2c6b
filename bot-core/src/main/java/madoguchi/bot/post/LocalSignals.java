package madoguchi.bot.post;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.municipality.MunicipalityCode;

/** Signals within one process. */
public final class LocalSignals implements Signals {

  private final Map<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();

  @Override
  public void raise(MunicipalityCode municipality, String conversationId) {
    listeners.getOrDefault(key(municipality, conversationId), Set.of()).forEach(Runnable::run);
  }

  @Override
  public Registration listen(
      MunicipalityCode municipality, String conversationId, Runnable callback) {
    String key = key(municipality, conversationId);
    // Each registration is an object of its own, so that one callback may be registered twice.
    Runnable own = callback::run;
    listeners.compute(
        key,
        (k, present) -> {
          Set<Runnable> set = present == null ? ConcurrentHashMap.newKeySet() : present;
          set.add(own);
          return set;
        });
    return () ->
        listeners.computeIfPresent(
            key,
            (k, set) -> {
              set.remove(own);
              return set.isEmpty() ? null : set;
            });
  }

  private static String key(MunicipalityCode municipality, String conversationId) {
    return municipality.value() + ' ' + conversationId;
  }
}
