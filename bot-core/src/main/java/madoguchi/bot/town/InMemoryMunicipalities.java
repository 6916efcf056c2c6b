package madoguchi.bot.town;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import madoguchi.municipality.MunicipalityCode;

/** Towns that are forgotten with the process. */
public final class InMemoryMunicipalities implements Municipalities {

  private final Map<String, Municipality> towns = new ConcurrentSkipListMap<>();

  @Override
  public Optional<Municipality> find(MunicipalityCode code) {
    return Optional.ofNullable(towns.get(code.value()));
  }

  @Override
  public List<Municipality> all() {
    return List.copyOf(towns.values());
  }

  @Override
  public void store(Municipality municipality) {
    towns.put(municipality.code().value(), municipality);
  }
}
