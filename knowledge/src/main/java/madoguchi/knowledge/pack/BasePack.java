package madoguchi.knowledge.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pack with which every town starts: entries of all fields, in which the town's own facts are
 * left open. Its files lie under {@code madoguchi/pack}; reading them takes some hundred
 * milliseconds, so a starting server asks {@link #currentVersion()} first.
 *
 * @param version rises with every change of its words
 * @param fields the names of the fields by their codes, in the order of the pages
 * @param departments the usual names of the departments by their codes
 * @param facts what it asks of a town, by key
 * @param entries in the order of fields and files
 */
public record BasePack(
    String version,
    Map<String, String> fields,
    Map<String, String> departments,
    Map<String, LocalFact> facts,
    List<PackEntry> entries) {

  /** Its name in {@link madoguchi.knowledge.faq.Provenance#pack()}. */
  public static final String NAME = "base";

  /** What an entry may ask of its own department; given by {@link TownDepartment}. */
  static final List<String> DEPARTMENT_FACTS =
      List.of("dept.name", "dept.phone", "dept.place", "dept.hours");

  public BasePack {
    entries = List.copyOf(entries);
  }

  private record Cover(String name, String version, LinkedHashMap<String, String> fields) {}

  /** The version alone, from one line of a small file: all that most starts ask of the pack. */
  public static String currentVersion() {
    return PackFiles.lineOf("pack/pack.yaml", "version");
  }

  /** All of it. */
  public static BasePack load() {
    Cover cover = cover();
    Map<String, LocalFact> facts = new LinkedHashMap<>();
    PackFiles.readMap("pack/common.yaml", FieldFile.Declaration.class)
        .forEach((key, declared) -> facts.put(key, declared.named(key)));
    List<PackEntry> entries = new ArrayList<>();
    // The files are independent of each other, and this stands between a first start and its first
    // answer.
    cover.fields().keySet().parallelStream()
        .map(field -> PackFiles.read("pack/base/" + field + ".yaml", FieldFile.class))
        .forEachOrdered(
            file -> {
              file.facts().forEach((key, declared) -> facts.put(key, declared.named(key)));
              file.entries().forEach(line -> entries.add(line.in(file.field())));
            });
    return new BasePack(
        cover.version(),
        cover.fields(),
        PackFiles.readMap("pack/departments.yaml", String.class),
        facts,
        entries);
  }

  /** The codes of the fields, which are also the names of their files. */
  static Set<String> fieldCodes() {
    return cover().fields().keySet();
  }

  private static Cover cover() {
    return PackFiles.read("pack/pack.yaml", Cover.class);
  }
}
