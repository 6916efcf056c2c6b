package madoguchi.server.seed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.FilledPack;
import madoguchi.knowledge.pack.PackUpdate;
import madoguchi.knowledge.pack.TownDepartment;
import madoguchi.knowledge.pack.TownFile;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the town that every server has, gives it what the environment sets, and brings the pack's
 * entries to it when their version is new to the town.
 */
public final class DefaultTown {

  private static final Logger LOG = LoggerFactory.getLogger(DefaultTown.class);

  public static final MunicipalityCode CODE = new MunicipalityCode(Settings.DEFAULT_TOWN);

  /** The town's setting that says which version of the pack it has. */
  private static final String PACK_VERSION = "pack." + BasePack.NAME;

  private final Municipalities municipalities;
  private final FaqCatalog catalog;

  public DefaultTown(Municipalities municipalities, FaqCatalog catalog) {
    this.municipalities = municipalities;
    this.catalog = catalog;
  }

  /** Prepares it; changes nothing when all is as it should be. */
  public void prepare(Settings given) {
    Municipality town = municipalities.find(CODE).orElseGet(this::make);
    Map<String, String> settings = new TreeMap<>(town.settings());
    settings.putAll(given.line().present());
    settings.putAll(TownSettings.fit(given.web().present()));
    String version = BasePack.currentVersion();
    if (!version.equals(settings.put(PACK_VERSION, version))) {
      bringPack();
    }
    if (!settings.equals(town.settings())) {
      municipalities.store(with(town, settings));
    }
  }

  private Municipality make() {
    TownFile file = TownFile.demo();
    Municipality town =
        new Municipality(
            CODE,
            file.name(),
            file.telephone(),
            file.hours(),
            departments(file.departments()),
            Map.of());
    municipalities.store(town);
    return town;
  }

  private static List<Department> departments(Map<String, TownDepartment> byCode) {
    return byCode.entrySet().stream()
        .map(
            entry ->
                new Department(
                    entry.getKey(),
                    entry.getValue().name(),
                    entry.getValue().telephone(),
                    entry.getValue().place(),
                    entry.getValue().hours()))
        .toList();
  }

  private void bringPack() {
    FilledPack pack = TownFile.demo().fill(BasePack.load());
    PackUpdate update = PackUpdate.of(catalog.snapshot(CODE).entries(), pack);
    if (!update.store().isEmpty()) {
      catalog.store(CODE, update.store(), "pack " + BasePack.NAME + " " + pack.version());
    }
    LOG.info(
        "pack {} {}: {} entries stored, {} withheld for missing facts, {} changed by the town kept",
        BasePack.NAME,
        pack.version(),
        update.store().size(),
        pack.withheld().size(),
        update.conflicts().size());
  }

  private static Municipality with(Municipality town, Map<String, String> settings) {
    return new Municipality(
        town.code(), town.name(), town.telephone(), town.hours(), town.departments(), settings);
  }
}
