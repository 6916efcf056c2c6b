package madoguchi.bot.resolved;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.memory.MemoryTable;
import madoguchi.bot.town.StorableText;
import madoguchi.municipality.MunicipalityCode;

/** Resolved questions that are forgotten with the process. */
public final class InMemoryResolvedQuestions implements ResolvedQuestions {

  private final Memory memory;
  private final Conversations conversations;
  private final MemoryTable<ResolvedQuestion> decisions;
  private final MemoryTable<Cast> votes;
  private final MemoryTable<Long> revisions;

  private record Cast(Vote vote, boolean settled) {}

  /** Beside the conversations whose erasure takes their votes along, as does what is taken back. */
  public InMemoryResolvedQuestions(Memory memory, InMemoryConversations conversations) {
    this.memory = memory;
    this.conversations = conversations;
    this.decisions = memory.table();
    this.votes = memory.table();
    this.revisions = memory.table();
    conversations.whenTakenBack(this::forgetDecisions);
  }

  /** About the message itself, and about votes on it. */
  private void forgetDecisions(Conversation in, String messageId) {
    forget(in.municipality(), DecisionId.ofMessage(messageId));
    votes
        .rows(
            in.municipality(),
            cast ->
                cast.vote.conversationId().equals(in.id())
                    && List.of(messageId, "").contains(cast.vote.askedIn()))
        .forEach(cast -> forget(in.municipality(), DecisionId.ofVote(in.id(), cast.vote.number())));
  }

  @Override
  public long revision(MunicipalityCode municipality) {
    return revisions.get(municipality, "").orElse(0L)
        + votes.rows(municipality, cast -> cast.vote.useful() && !lives(cast)).size();
  }

  @Override
  public boolean decide(ResolvedQuestion decision) {
    return memory.atomically(
        () -> {
          if (decisions.get(decision.municipality(), decision.id()).isPresent()) {
            return false;
          }
          decisions.put(decision.municipality(), decision.id(), storable(decision));
          raise(decision.municipality());
          return true;
        });
  }

  @Override
  public boolean forget(MunicipalityCode municipality, String id) {
    return memory.atomically(
        () -> {
          if (decisions.get(municipality, id).isEmpty()) {
            return false;
          }
          decisions.put(municipality, id, null);
          raise(municipality);
          return true;
        });
  }

  @Override
  public List<ResolvedQuestion> decided(MunicipalityCode municipality) {
    return decisions.rows(municipality, decision -> true).stream()
        .sorted(
            Comparator.comparing(ResolvedQuestion::at)
                .thenComparing(ResolvedQuestion::id)
                .reversed())
        .toList();
  }

  @Override
  public int forgetBeyond(MunicipalityCode municipality, int most, Predicate<String> isNeeded) {
    return memory.atomically(
        () -> {
          List<ResolvedQuestion> surplus = Surplus.of(decided(municipality), most, isNeeded);
          surplus.forEach(one -> forget(municipality, one.id()));
          return surplus.size();
        });
  }

  @Override
  public void vote(Vote vote) {
    memory.atomically(
        () -> {
          if (!lives(new Cast(vote, false))) {
            return false;
          }
          boolean settled =
              votes
                  .get(vote.municipality(), key(vote))
                  .filter(before -> before.vote.useful() == vote.useful())
                  .map(Cast::settled)
                  .orElse(false);
          votes.put(
              vote.municipality(),
              key(vote),
              new Cast(vote.with(StorableText.of(vote.question())), settled));
          raise(vote.municipality());
          return true;
        });
  }

  @Override
  public List<Vote> open(MunicipalityCode municipality, int limit) {
    return live(municipality).stream()
        .sorted(
            Comparator.comparing(Vote::at)
                .thenComparing(Vote::conversationId)
                .thenComparing(Vote::number)
                .reversed())
        .limit(limit)
        .map(Vote::withoutLikeness)
        .toList();
  }

  @Override
  public Optional<Vote> open(MunicipalityCode municipality, String conversationId, long number) {
    return live(municipality).stream()
        .filter(vote -> vote.conversationId().equals(conversationId) && vote.number() == number)
        .map(Vote::withoutLikeness)
        .findFirst();
  }

  @Override
  public boolean accept(
      MunicipalityCode municipality, String conversationId, long number, String by, Instant now) {
    return memory.atomically(
        () -> {
          Optional<Vote> vote = open(municipality, conversationId, number);
          return vote.isPresent()
              && refuse(municipality, conversationId, number)
              && decide(
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
    return memory.atomically(
        () -> {
          String key = conversationId + ' ' + number;
          Optional<Cast> cast =
              votes.get(municipality, key).filter(one -> !one.settled && lives(one));
          cast.ifPresent(
              one -> {
                votes.put(municipality, key, new Cast(one.vote, true));
                raise(municipality);
              });
          return cast.isPresent();
        });
  }

  @Override
  public List<Agreed> agreed(MunicipalityCode municipality, int conversations) {
    return Agreed.among(live(municipality), conversations);
  }

  private List<Vote> live(MunicipalityCode municipality) {
    return votes.rows(municipality, cast -> !cast.settled && lives(cast)).stream()
        .map(Cast::vote)
        .toList();
  }

  private boolean lives(Cast cast) {
    Vote vote = cast.vote;
    return conversations.find(vote.municipality(), vote.conversationId()).isPresent()
        && !conversations.wasTakenBack(vote.municipality(), vote.conversationId(), vote.askedIn());
  }

  private void raise(MunicipalityCode municipality) {
    revisions.put(municipality, "", revisions.get(municipality, "").orElse(0L) + 1);
  }

  private static String key(Vote vote) {
    return vote.conversationId() + ' ' + vote.number();
  }

  private static ResolvedQuestion storable(ResolvedQuestion d) {
    return new ResolvedQuestion(
        d.municipality(), d.id(), StorableText.of(d.question()), d.faqId(), d.by(), d.at());
  }
}
