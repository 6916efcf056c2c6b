package madoguchi.bot.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;

/** What was said and must arrive. */
public interface Outbox {

  /** Stores what must be sent, unless the conversation was erased. Within the turn's commit. */
  void add(Dispatch dispatch);

  /**
   * The first of the conversation's dispatches, in order, that is neither settled nor cancelled.
   */
  Optional<Dispatch> next(Lease lease);

  /**
   * Notes, before the call, that a try begins; counts it.
   *
   * @return false when the conversation's epoch has moved on: the dispatch is cancelled instead; or
   *     when it is settled or cancelled already
   */
  boolean trying(Dispatch dispatch);

  /**
   * Notes how it ended; what is settled already stays as it is.
   *
   * @param note for staff, such as {@code 400}; never a text or token
   */
  void settle(Dispatch dispatch, SendState state, String note);

  /** The latest that ended otherwise than sent or cancelled, newest first. */
  List<Dispatch> troubled(MunicipalityCode municipality, int limit);

  /** Whether there is such a one that was written after an instant; reads none of their words. */
  boolean hasTrouble(MunicipalityCode municipality, Instant after);

  /**
   * Takes one of which nobody knows whether it arrived from the list, because a person brings it
   * another way; once. Its words are kept until {@link #settleReleased} says how that ended.
   *
   * @return it, with its words and this try counted; empty when it is not among these, or its words
   *     are gone
   */
  Optional<Dispatch> releaseAmbiguous(MunicipalityCode municipality, String id);

  /**
   * Ends what was released: sent without its words if it arrived, else back among the ambiguous,
   * with them. Nothing happens when it is not released, or its words are gone.
   *
   * @param note for staff, such as {@code quota}; never a text or token
   */
  void settleReleased(MunicipalityCode municipality, String id, boolean arrived, String note);
}
