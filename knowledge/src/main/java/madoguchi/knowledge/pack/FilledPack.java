package madoguchi.knowledge.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import madoguchi.knowledge.faq.Audience;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.faq.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The pack with a town's facts put in. An entry of which a single fact is missing is withheld as a
 * whole: a brace never reaches a resident.
 *
 * @param version of the pack
 * @param entries complete and published
 * @param withheld what waits for facts
 */
public record FilledPack(String version, List<FaqEntry> entries, List<Withheld> withheld) {

  public FilledPack {
    entries = List.copyOf(entries);
    withheld = List.copyOf(withheld);
  }

  /**
   * An entry that waits.
   *
   * @param missing the labels of the facts that the town has yet to give
   */
  public record Withheld(String id, String question, List<String> missing) {

    public Withheld {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Fills the pack.
   *
   * @param departments the town's departments by the pack's codes
   */
  public static FilledPack of(
      BasePack pack, LocalFacts facts, Map<String, TownDepartment> departments) {
    List<FaqEntry> entries = new ArrayList<>();
    List<Withheld> withheld = new ArrayList<>();
    for (PackEntry entry : pack.entries()) {
      Filling filling = new Filling(facts, departments.get(entry.department()));
      FaqEntry filled = filling.fill(pack, entry);
      if (filling.missing.isEmpty()) {
        entries.add(PackFingerprint.sealed(filled));
      } else {
        List<String> labels = filling.missing.stream().map(key -> label(pack, entry, key)).toList();
        withheld.add(new Withheld(entry.id(), entry.question(), labels));
      }
    }
    return new FilledPack(pack.version(), entries, withheld);
  }

  private static String label(BasePack pack, PackEntry entry, String key) {
    LocalFact fact = pack.facts().get(key);
    if (fact != null) {
      return fact.label();
    }
    String department = pack.departments().getOrDefault(entry.department(), entry.department());
    return key.startsWith("dept.") ? department + "の名前・電話・場所・時間" : key;
  }

  /** One entry being filled; what it did not find it remembers. */
  private static final class Filling {

    private final LocalFacts facts;
    private final @Nullable TownDepartment department;
    private final Set<String> missing = new TreeSet<>();

    Filling(LocalFacts facts, @Nullable TownDepartment department) {
      this.facts = facts;
      this.department = department;
    }

    FaqEntry fill(BasePack pack, PackEntry entry) {
      if (department == null) {
        missing.add("dept.name");
      }
      return new FaqEntry(
          entry.id(),
          fill(entry.question()),
          entry.phrasings().stream().map(this::fill).toList(),
          fill(entry.answer()),
          pack.fields().get(entry.field()),
          department == null ? null : department.name(),
          fill(entry.source()),
          null,
          null,
          FaqState.PUBLISHED,
          Audience.RESIDENT,
          "ja",
          new Provenance(
              BasePack.NAME, pack.version(), null, fill(entry.law()), entry.confirmed()));
    }

    private String fill(String text) {
      return PackEntry.PLACEHOLDER
          .matcher(text)
          .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String key) {
      String value =
          BasePack.DEPARTMENT_FACTS.contains(key)
              ? department == null ? null : department.fact(key)
              : facts.value(key);
      if (value == null) {
        missing.add(key);
        return "";
      }
      return value;
    }
  }
}
