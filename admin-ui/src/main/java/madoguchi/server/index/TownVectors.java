package madoguchi.server.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqSnapshot;
import madoguchi.knowledge.index.Learning;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.storage.WordVectorRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was learned from each town's entries; learned once, stored, and read at the next start. */
final class TownVectors {

  private static final Logger LOG = LoggerFactory.getLogger(TownVectors.class);

  /** Of a town for which nothing is stored. */
  private static final Learned NOTHING = new Learned(-1, WordVectors.NONE);

  private final WordVectorRows rows;
  private final Synonyms synonyms;
  private final Map<MunicipalityCode, Learned> known = new ConcurrentHashMap<>();

  private record Learned(long revision, WordVectors vectors) {}

  TownVectors(WordVectorRows rows, Synonyms synonyms) {
    this.rows = rows;
    this.synonyms = synonyms;
  }

  /** The vectors at hand; none of a town from which nothing was learned yet. */
  WordVectors of(MunicipalityCode municipality) {
    return known.getOrDefault(municipality, NOTHING).vectors;
  }

  /** From which revision of the catalog they were learned; -1: from none. */
  long revision(MunicipalityCode municipality) {
    return known.getOrDefault(municipality, NOTHING).revision;
  }

  /** Reads what is stored if it is newer than what is at hand; true when it was. */
  boolean load(MunicipalityCode municipality) {
    if (rows.revision(municipality).orElse(-1L) <= revision(municipality)) {
      return false;
    }
    rows.find(municipality)
        .ifPresent(row -> known.put(municipality, new Learned(row.revision(), read(row))));
    return true;
  }

  /** Learns from a town's entries and those of the pack that it has not; takes seconds. */
  void learn(MunicipalityCode municipality, FaqSnapshot town) {
    Set<String> own = town.entries().stream().map(FaqEntry::id).collect(Collectors.toSet());
    List<FaqEntry> entries = new ArrayList<>(town.entries());
    TownFile.demo().fill(BasePack.load()).entries().stream()
        .filter(entry -> !own.contains(entry.id()))
        .forEach(entries::add);
    WordVectors vectors = Learning.vectors(entries, synonyms);
    rows.store(municipality, new WordVectorRows.Row(town.revision(), vectors.write()));
    known.put(municipality, new Learned(town.revision(), vectors));
  }

  private static WordVectors read(WordVectorRows.Row row) {
    try {
      return WordVectors.read(row.vectors());
    } catch (IllegalArgumentException ofAnotherVersion) {
      LOG.info("stored word vectors are of another version: they are learned again");
      return WordVectors.NONE;
    }
  }
}
