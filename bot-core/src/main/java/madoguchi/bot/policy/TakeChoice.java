package madoguchi.bot.policy;

import java.util.List;
import java.util.Optional;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.inquiry.Said;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.index.Hit;

/** A pressed choice is what it says, if it was offered and its entry is still shown. */
final class TakeChoice implements Step {

  private final FaqCatalog catalog;

  TakeChoice(FaqCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Result take(Turn turn) {
    if (!(turn.said() instanceof Said.Chosen(String value))
        || value.equals(Wording.HANDOFF) && turn.wasOffered(value)) {
      return new Result.Go(turn);
    }
    if (!turn.wasOffered(value)) {
      return new Result.End(turn, new Answer.Refused("unknown-choice"));
    }
    if (value.equals(Wording.NONE)) {
      return new Result.End(turn, new Answer.Unanswered("none-of-these"));
    }
    Optional<FaqEntry> entry =
        catalog
            .find(turn.town().code(), value.substring(Wording.FAQ.length()))
            .filter(found -> found.isShownOn(turn.today()));
    return new Result.End(
        turn, entry.map(TakeChoice::answer).orElse(new Answer.Refused("withdrawn")));
  }

  private static Answer answer(FaqEntry entry) {
    return new Answer.Answered(new Hit(entry, 0, 1, List.of()), entry.answer(), "chosen");
  }
}
