package madoguchi.bot.policy;

import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.knowledge.index.KnowledgeIndexes;

/** Looks for the entries that may answer. */
final class Search implements Step {

  private final KnowledgeIndexes indexes;
  private final Policy policy;

  Search(KnowledgeIndexes indexes, Policy policy) {
    this.indexes = indexes;
    this.policy = policy;
  }

  @Override
  public boolean searches() {
    return true;
  }

  @Override
  public Result take(Turn turn) {
    return new Result.Go(
        turn.withHits(
            indexes.search(turn.town().code(), turn.text(), turn.today(), policy.hits())));
  }
}
