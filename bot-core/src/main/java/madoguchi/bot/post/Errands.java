package madoguchi.bot.post;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import madoguchi.municipality.MunicipalityCode;

/** What must be done beside the turns. */
public interface Errands {

  /**
   * Stores an errand, unless it is known already or its conversation was erased. Joins the commit
   * it is called in.
   */
  default void add(Errand errand) {
    add(errand, List.of());
  }

  /**
   * As above, for {@link #amend}.
   *
   * @param mentions of what its words speak, such as a channel's ids of messages; without spaces
   */
  void add(Errand errand, Collection<String> mentions);

  /**
   * Changes the words of those that mention something and have not ended. Joins the commit it is
   * called in.
   *
   * @param change empty words cancel an errand
   */
  void amend(
      MunicipalityCode municipality, String kind, String mention, UnaryOperator<String> change);

  /** Those of a kind that may be tried now, the longest waiting first. */
  List<Errand> due(MunicipalityCode municipality, String kind, Instant now, int limit);

  /**
   * Notes, before the try, that it begins; counts it, and keeps others from it.
   *
   * @param until when others may try it, should this one never end
   * @return as it stands now; empty when somebody else has begun it, it has ended, or the
   *     conversation's epoch has moved on: then it is cancelled
   */
  Optional<Errand> begin(Errand errand, Instant until);

  /**
   * Notes how a try ended; nothing happens when another has begun since. Joins the commit it is
   * called in.
   *
   * @param begun what {@link #begin} gave
   * @param state {@code TRYING}: again from {@code next} on; all else ends it and drops its payload
   * @return false when nothing happened
   */
  boolean settle(Errand begun, SendState state, String note, Instant next);

  /** Those of a kind that failed or were not done at the first try, newest first, wordless. */
  List<Errand> troubled(MunicipalityCode municipality, String kind, int limit);

  /** Deletes those that were given before an instant and have ended; returns how many. */
  int forget(MunicipalityCode municipality, Instant before);
}
