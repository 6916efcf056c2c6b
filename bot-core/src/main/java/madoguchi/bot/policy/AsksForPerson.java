package madoguchi.bot.policy;

import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.town.Department;
import madoguchi.knowledge.faq.FaqCatalog;
import org.jspecify.annotations.Nullable;

/** Who asks for a person gets one: at the department that the conversation is about. */
final class AsksForPerson implements Step {

  private final Rules rules;
  private final FaqCatalog catalog;

  AsksForPerson(Rules rules, FaqCatalog catalog) {
    this.rules = rules;
    this.catalog = catalog;
  }

  @Override
  public Result take(Turn turn) {
    boolean asks =
        switch (turn.said()) {
          case Said.AskedForPerson() -> true;
          case Said.Chosen chosen -> true; // only 「職員に相談する」 comes so far
          case Said.Text(String text) -> rules.matchAny("person", text).isPresent();
          default -> false;
        };
    return asks
        ? new Result.End(turn, new Answer.HandedOver(department(turn)))
        : new Result.Go(turn);
  }

  private @Nullable Department department(Turn turn) {
    return turn.lastSource()
        .map(Source::faqId)
        .flatMap(id -> catalog.find(turn.town().code(), id))
        .flatMap(entry -> turn.town().department(entry.department()))
        .orElse(null);
  }
}
