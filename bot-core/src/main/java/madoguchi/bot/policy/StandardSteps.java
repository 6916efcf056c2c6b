package madoguchi.bot.policy;

import java.util.List;
import madoguchi.bot.answer.AnswerWriter;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.answer.Step;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.index.KnowledgeIndexes;

/** The policy of the service in one list. Each step ends the turn or hands it on. */
public final class StandardSteps {

  private StandardSteps() {}

  /** The steps in the order in which they are taken. */
  public static List<Step> list(
      FaqCatalog catalog, KnowledgeIndexes indexes, AnswerWriter writer, Policy policy) {
    Rules rules = Rules.standard();
    Search search = new Search(indexes, policy);
    Confidence confidence = new Confidence(policy);
    Write write = new Write(writer);
    return List.of(
        new StaySilent(),
        // Before anything is refused for its length: who is in need may write much.
        new Crisis(rules),
        new ReadWhatCame(),
        new TakeChoice(catalog),
        new AsksForPerson(rules, catalog),
        new Greet(rules),
        new AnswerEach(Questions.standard(rules), List.of(search, confidence, write)),
        search,
        new ReadTogether(indexes, policy, Sentences.standard().deeds()),
        confidence,
        write);
  }
}
