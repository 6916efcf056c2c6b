package madoguchi.server.command;

import java.util.List;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqSheet;
import madoguchi.knowledge.faq.FaqSnapshot;
import madoguchi.knowledge.faq.ImportPlan;
import madoguchi.knowledge.faq.Publishing;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.settings.Problem;

/**
 * A file's entries, compared with what is stored and stored as one: when somebody stores meanwhile,
 * they are compared anew, so that nobody's change is undone unseen.
 */
record CheckedImport(FaqCatalog catalog, MunicipalityCode municipality, String actor) {

  private static final int ATTEMPTS = 5;

  /**
   * Stores what is new or changed.
   *
   * @param skipRefused whether the good rows are stored although others are refused
   * @return what was done; when rows are refused and not to be skipped, what would have been
   * @throws Problem when others store so often that it never fits
   */
  ImportPlan store(FaqSheet sheet, boolean skipRefused) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      FaqSnapshot present = catalog.snapshot(municipality);
      ImportPlan plan = ImportPlan.of(present.entries(), sheet, Publishing.DIRECT);
      List<FaqEntry> entries = plan.toStore();
      boolean refused = !plan.refused().isEmpty() && !skipRefused;
      if (refused
          || entries.isEmpty()
          || catalog.storeAt(municipality, present.revision(), entries, actor).isPresent()) {
        return plan;
      }
    }
    throw Problem.failed(
        "ほかの人がFAQを保存し続けているため、取り込めませんでした。もう一度お試しください。何も保存していません。",
        "Others kept storing entries meanwhile: nothing was stored, try again.");
  }
}
