package madoguchi.bot.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import madoguchi.bot.answer.Responder;
import madoguchi.bot.answer.VerbatimWriter;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.knowledge.index.Ingredients;
import madoguchi.knowledge.index.KnowledgeIndex;
import madoguchi.knowledge.index.KnowledgeIndexes;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;
import madoguchi.municipality.MunicipalityCode;

/** The demo town, which answers by the standard steps with the real index. */
final class DemoTown {

  static final Municipality TOWN =
      new Municipality(
          new MunicipalityCode("demo"), "あおば野市", "0000-12-3000", "平日", List.of(), Map.of());
  static final List<FaqEntry> ENTRIES = TownFile.demo().fill(BasePack.load()).entries();
  static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private DemoTown() {}

  /** With what was learned of words. */
  static Responder responder(WordVectors vectors) {
    InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();
    catalog.store(TOWN.code(), ENTRIES, "test");
    KnowledgeIndex index =
        KnowledgeIndex.of(new Ingredients(ENTRIES, Synonyms.municipal(), vectors, List.of()));
    return new Responder(
        StandardSteps.list(
            catalog,
            new KnowledgeIndexes(catalog, snapshot -> index),
            new VerbatimWriter(),
            Policy.standard()));
  }
}
