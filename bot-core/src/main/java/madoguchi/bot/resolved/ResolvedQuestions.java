package madoguchi.bot.resolved;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import madoguchi.municipality.MunicipalityCode;

/**
 * The memory of resolved questions. A decision of staff is a fact and stays until it is forgotten;
 * a vote is a proposal, and goes with its conversation.
 */
public interface ResolvedQuestions {

  /** Rises whenever what is to be learned has changed; 0 in the beginning. */
  long revision(MunicipalityCode municipality);

  /** Remembers a decision; false when one about the same thing stands already. */
  boolean decide(ResolvedQuestion decision);

  /** Forgets a decision; false when it is gone already. */
  boolean forget(MunicipalityCode municipality, String id);

  /** All decisions, newest first. */
  List<ResolvedQuestion> decided(MunicipalityCode municipality);

  /** Forgets all but so many: first those whose entry is not needed, then the oldest. */
  int forgetBeyond(MunicipalityCode municipality, int most, Predicate<String> isNeeded);

  /** Takes a vote; the last word on a line counts. Nothing happens once its words are gone. */
  void vote(Vote vote);

  /** Votes that no curator has settled, newest first. {@code sameAs} is empty in them. */
  List<Vote> open(MunicipalityCode municipality, int limit);

  /** A vote that no curator has settled. */
  Optional<Vote> open(MunicipalityCode municipality, String conversationId, long number);

  /** Makes a vote a decision of staff; false when somebody has settled it, or it is gone. */
  boolean accept(
      MunicipalityCode municipality, String conversationId, long number, String by, Instant now);

  /** Settles a vote without learning from it; false when somebody has, or it is gone. */
  boolean refuse(MunicipalityCode municipality, String conversationId, long number);

  /** What so many different conversations agree on, among the votes that nobody has settled. */
  List<Agreed> agreed(MunicipalityCode municipality, int conversations);
}
