package madoguchi.bot.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import madoguchi.bot.resolved.Agreed;
import madoguchi.bot.resolved.DecisionId;
import madoguchi.bot.resolved.ResolvedQuestion;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.bot.resolved.Surplus;
import madoguchi.bot.resolved.Vote;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Resolved questions in the database: decisions sealed with the town's key, votes with their
 * conversation's.
 */
final class JdbcResolvedQuestions implements ResolvedQuestions {

  private final Jdbi jdbi;
  private final DecisionRows decisions;
  private final VoteRows votes;
  private final AgreedVotes agreed;

  JdbcResolvedQuestions(Jdbi jdbi, TownKeys towns, ConversationKeys keys) {
    this.jdbi = jdbi;
    this.decisions = new DecisionRows(towns);
    this.votes = new VoteRows(towns, keys);
    this.agreed = new AgreedVotes(votes);
  }

  @Override
  public long revision(MunicipalityCode municipality) {
    return jdbi.withHandle(handle -> ResolvedRevision.of(handle, municipality));
  }

  @Override
  public boolean decide(ResolvedQuestion decision) {
    return jdbi.inTransaction(handle -> decisions.decide(handle, decision));
  }

  @Override
  public boolean forget(MunicipalityCode municipality, String id) {
    return jdbi.inTransaction(handle -> decisions.forget(handle, municipality, id));
  }

  @Override
  public List<ResolvedQuestion> decided(MunicipalityCode municipality) {
    return jdbi.withHandle(handle -> decisions.all(handle, municipality));
  }

  @Override
  public int forgetBeyond(MunicipalityCode municipality, int most, Predicate<String> isNeeded) {
    return together(
        handle -> {
          List<ResolvedQuestion> surplus =
              Surplus.of(decisions.all(handle, municipality), most, isNeeded);
          surplus.forEach(one -> decisions.forget(handle, municipality, one.id()));
          return surplus.size();
        });
  }

  /** As one unit of work, for it changes rows after those by which the revision rises. */
  private <T> T together(Function<Handle, T> work) {
    return jdbi.inTransaction(handle -> UnitScope.within(handle, () -> work.apply(handle)));
  }

  @Override
  public void vote(Vote vote) {
    jdbi.useTransaction(
        handle -> {
          if (votes.store(handle, vote)) {
            ResolvedRevision.raise(handle, vote.municipality());
          }
        });
  }

  @Override
  public List<Vote> open(MunicipalityCode municipality, int limit) {
    return jdbi.withHandle(handle -> votes.open(handle, municipality, limit));
  }

  @Override
  public Optional<Vote> open(MunicipalityCode municipality, String conversationId, long number) {
    return jdbi.withHandle(handle -> votes.open(handle, municipality, conversationId, number));
  }

  @Override
  public boolean accept(
      MunicipalityCode municipality, String conversationId, long number, String by, Instant now) {
    return together(
        handle -> {
          Optional<Vote> vote = votes.open(handle, municipality, conversationId, number);
          return vote.isPresent()
              && VoteSettling.of(handle, municipality, conversationId, number)
              && decisions.decide(
                  handle,
                  new ResolvedQuestion(
                      municipality,
                      DecisionId.ofVote(conversationId, number),
                      vote.get().question(),
                      vote.get().faqId(),
                      by,
                      now));
        });
  }

  @Override
  public boolean refuse(MunicipalityCode municipality, String conversationId, long number) {
    return jdbi.inTransaction(
        handle -> VoteSettling.of(handle, municipality, conversationId, number));
  }

  @Override
  public List<Agreed> agreed(MunicipalityCode municipality, int conversations) {
    return jdbi.withHandle(handle -> agreed.of(handle, municipality, conversations));
  }
}
