package madoguchi.knowledge.pack;

import java.util.Map;
import java.util.TreeMap;

/**
 * A town that is described in files: its name, how to reach it, its departments and its facts. The
 * demo town あおば野市 comes this way; further towns are made in the console.
 *
 * @param name such as あおば野市
 * @param telephone the representative number
 * @param hours when the town hall is open, in words
 * @param homepage its own site
 * @param departments by the pack's codes
 * @param facts as given, not yet checked
 */
public record TownFile(
    String name,
    String telephone,
    String hours,
    String homepage,
    Map<String, TownDepartment> departments,
    Map<String, String> facts) {

  /** The fictional town with which Madoguchi shows itself. */
  public static TownFile demo() {
    return load("demo");
  }

  private static TownFile load(String code) {
    String folder = "town/" + code + "/";
    Map<String, String> common = PackFiles.readMap(folder + "common.yaml", String.class);
    Map<String, String> facts = new TreeMap<>(common);
    BasePack.fieldCodes().parallelStream()
        .map(field -> folder + field + ".yaml")
        .filter(PackFiles::exists)
        .map(file -> PackFiles.readMap(file, String.class))
        .forEachOrdered(facts::putAll);
    return new TownFile(
        given(common, "city"),
        given(common, "city_phone"),
        given(common, "hall_hours"),
        given(common, "city_url"),
        PackFiles.readMap(folder + "departments.yaml", TownDepartment.class),
        facts);
  }

  private static String given(Map<String, String> facts, String key) {
    String value = facts.get(key);
    if (value == null) {
      throw new IllegalStateException("the town's common.yaml does not give " + key);
    }
    return value;
  }

  /** The pack with this town's facts put in. */
  public FilledPack fill(BasePack pack) {
    return FilledPack.of(pack, LocalFacts.of(pack, facts), departments);
  }
}
