package madoguchi.knowledge.index;

import java.time.Duration;
import madoguchi.municipality.MunicipalityCode;

/** Is told of each search that was made; never of what was asked. */
@FunctionalInterface
public interface SearchObserver {

  /** A search in a town's entries has ended. */
  void searched(MunicipalityCode municipality, Duration took);
}
