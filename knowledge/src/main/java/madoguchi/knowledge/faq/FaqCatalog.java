package madoguchi.knowledge.faq;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import madoguchi.municipality.MunicipalityCode;

/** The truth about a town's entries. Nothing of one town is reachable through another's code. */
public interface FaqCatalog {

  /** The present revision; cheap, for it is asked once a second. */
  long revision(MunicipalityCode municipality);

  /** Everything at one revision. */
  FaqSnapshot snapshot(MunicipalityCode municipality);

  /** The entry of that id in any state. */
  Optional<FaqEntry> find(MunicipalityCode municipality, String id);

  /**
   * Adds or replaces entries by id, all or none, and raises the revision once.
   *
   * @param actor who did it, for the audit: a user name, or {@code command-line}
   * @return the new revision
   */
  long store(MunicipalityCode municipality, Collection<FaqEntry> entries, String actor);

  /**
   * The same, if nothing was stored since a revision: for what was planned by a snapshot.
   *
   * @return the new revision; empty, and nothing is stored, when the catalog has moved on
   */
  OptionalLong storeAt(
      MunicipalityCode municipality, long revision, Collection<FaqEntry> entries, String actor);
}
