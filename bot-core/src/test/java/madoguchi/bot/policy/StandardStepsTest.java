package madoguchi.bot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Responder;
import madoguchi.bot.answer.VerbatimWriter;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.knowledge.index.KnowledgeIndex;
import madoguchi.knowledge.index.KnowledgeIndexes;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

/** What the order of the steps must hold. */
class StandardStepsTest {

  private static final MunicipalityCode TOWN = new MunicipalityCode("demo");

  private final InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();
  private final Responder responder =
      new Responder(
          StandardSteps.list(
              catalog,
              new KnowledgeIndexes(catalog, snapshot -> KnowledgeIndex.of(snapshot.entries())),
              new VerbatimWriter(),
              Policy.standard()));

  @Test
  void seesDangerInATextThatIsTooLongToBeAnswered() {
    String long2000 = "毎日がとても苦しい。".repeat(200);
    assertThat(answer(long2000)).isEqualTo(new Answer.Refused("too-long"));
    assertThat(answer(long2000 + "もう死にたい。")).isEqualTo(new Answer.Crisis("suicide"));
  }

  private Answer answer(String text) {
    Municipality town = new Municipality(TOWN, "あおば野市", "0", "", List.of(), Map.of());
    return OneTurn.answer(responder, town, LocalDate.of(2026, 4, 1), text);
  }
}
