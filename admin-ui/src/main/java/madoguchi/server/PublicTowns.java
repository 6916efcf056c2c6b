package madoguchi.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;

/**
 * The towns as doors without a request of their own see them: where residents reach this server's
 * pages stands with each, from the server's public address unless the town has set its own.
 *
 * @param address without a slash at the end; empty: not known
 */
record PublicTowns(Municipalities towns, String address) implements Municipalities {

  private static final String SETTING = "web.base-url";

  @Override
  public Optional<Municipality> find(MunicipalityCode code) {
    return towns.find(code).map(this::reachable);
  }

  @Override
  public List<Municipality> all() {
    return towns.all().stream().map(this::reachable).toList();
  }

  @Override
  public void store(Municipality municipality) {
    throw new UnsupportedOperationException("towns are stored as they are set");
  }

  private Municipality reachable(Municipality town) {
    if (address.isEmpty() || town.setting(SETTING).isPresent()) {
      return town;
    }
    Map<String, String> settings = new HashMap<>(town.settings());
    settings.put(SETTING, address);
    return new Municipality(
        town.code(), town.name(), town.telephone(), town.hours(), town.departments(), settings);
  }
}
