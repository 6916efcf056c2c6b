package madoguchi.bot.desk;

import java.time.Clock;
import java.util.List;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.PersonalInfo;
import madoguchi.bot.resolved.DecisionId;
import madoguchi.bot.resolved.ResolvedLimits;
import madoguchi.bot.resolved.ResolvedQuestion;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.bot.resolved.Vote;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.municipality.MunicipalityCode;

/**
 * What is learned from people about which entry answers which question. A resident's vote is a
 * proposal; a member of staff's decision is a fact.
 */
public final class Curation {

  /** So many lines before the one that was voted on are looked through for its question. */
  private static final int LOOKED_BACK = 60;

  private final Stores stores;
  private final ResolvedQuestions resolved;
  private final FaqCatalog catalog;
  private final ResolvedLimits limits;
  private final Clock clock;
  private final VotedQuestion questions = new VotedQuestion();

  public Curation(
      Stores stores,
      ResolvedQuestions resolved,
      FaqCatalog catalog,
      ResolvedLimits limits,
      Clock clock) {
    this.stores = stores;
    this.resolved = resolved;
    this.catalog = catalog;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Takes a resident's vote on a line that the bot has said. It goes into the record; if the line
   * showed one entry it is a proposal too.
   *
   * @return false when the bot has said no such line in this conversation
   */
  public boolean vote(Conversation in, long number, boolean useful) {
    List<Utterance> around =
        stores
            .conversations()
            .after(in.municipality(), in.id(), Math.max(0, number - 1 - LOOKED_BACK));
    List<Utterance> lines = around.stream().filter(line -> line.number() <= number).toList();
    if (lines.isEmpty()
        || lines.getLast().number() != number
        || lines.getLast().from() != Sender.BOT) {
      return false;
    }
    stores.journal().feedback(in.municipality(), in.id(), number, useful, clock.instant());
    Utterance answer = lines.getLast();
    if (answer.sources().size() == 1 && !VotedQuestion.isOneOfSeveral(around, answer)) {
      String faqId = answer.sources().getFirst().faqId();
      VotedQuestion.of(lines, answer, faqId)
          .ifPresent(
              question ->
                  resolved.vote(
                      new Vote(
                          in.municipality(),
                          in.id(),
                          number,
                          question.inReplyTo(),
                          PersonalInfo.mask(question.text()).text(),
                          questions.sameAs(question.text()),
                          faqId,
                          useful,
                          clock.instant())));
    }
    return true;
  }

  /**
   * Decides which entry answers a question of the journal.
   *
   * @return false when somebody has decided about it already
   */
  public boolean assign(
      MunicipalityCode municipality, String messageId, String question, String faqId, String by) {
    boolean decided =
        resolved.decide(
            new ResolvedQuestion(
                municipality,
                DecisionId.ofMessage(messageId),
                PersonalInfo.mask(question).text(),
                faqId,
                by,
                clock.instant()));
    limit(municipality);
    return decided;
  }

  /** Makes a vote a decision; false when somebody has settled it already, or it is gone. */
  public boolean accept(
      MunicipalityCode municipality, String conversationId, long number, String by) {
    boolean accepted = resolved.accept(municipality, conversationId, number, by, clock.instant());
    limit(municipality);
    return accepted;
  }

  /** Settles a vote without learning from it; false as above. */
  public boolean refuse(MunicipalityCode municipality, String conversationId, long number) {
    return resolved.refuse(municipality, conversationId, number);
  }

  /** Forgets a decision; false when it is gone already. */
  public boolean forget(MunicipalityCode municipality, String id) {
    return resolved.forget(municipality, id);
  }

  private void limit(MunicipalityCode municipality) {
    resolved.forgetBeyond(
        municipality,
        limits.decisions(),
        id ->
            catalog
                .find(municipality, id)
                .filter(entry -> entry.state() == FaqState.PUBLISHED)
                .isPresent());
  }
}
