package madoguchi.server.index;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.bot.resolved.Learned;
import madoguchi.bot.resolved.ResolvedLimits;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.knowledge.index.Resolved;
import madoguchi.municipality.MunicipalityCode;

/** What each town's index knows of resolved questions, and whether that has changed since. */
final class TownMemory {

  private final ResolvedQuestions resolved;
  private final ResolvedLimits limits;
  private final Map<MunicipalityCode, Long> given = new ConcurrentHashMap<>();

  TownMemory(ResolvedQuestions resolved, ResolvedLimits limits) {
    this.resolved = resolved;
    this.limits = limits;
  }

  /** For an index that is being built. */
  List<Resolved> of(MunicipalityCode municipality) {
    // The revision first: what changes while we read is read once more, and never missed.
    given.put(municipality, resolved.revision(municipality));
    return Learned.of(resolved, municipality, limits);
  }

  /** From which revision the index knows it; -1: it knows nothing yet. */
  long revision(MunicipalityCode municipality) {
    return given.getOrDefault(municipality, -1L);
  }

  /** Whether the index knows what holds no more. */
  boolean hasChanged(MunicipalityCode municipality) {
    Long known = given.get(municipality);
    return known != null && known != resolved.revision(municipality);
  }
}
