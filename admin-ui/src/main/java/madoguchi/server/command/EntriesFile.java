package madoguchi.server.command;

import java.nio.file.Path;
import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqFile;
import madoguchi.knowledge.faq.FaqFileRefused;
import madoguchi.knowledge.faq.FaqSheet;
import madoguchi.knowledge.faq.ImportPlan;
import madoguchi.knowledge.faq.Publishing;
import madoguchi.server.settings.Problem;

/** An FAQ file that a command was given. */
final class EntriesFile {

  private EntriesFile() {}

  /**
   * Its rows.
   *
   * @throws Problem when it cannot be read as a whole
   */
  static FaqSheet read(Path file) {
    try {
      return FaqFile.read(file);
    } catch (FaqFileRefused refused) {
      throw Problem.badInput(
          file + "：" + refused.sentence(), "The file cannot be read as FAQ entries.");
    }
  }

  /**
   * Its entries, as they would be in an empty catalog.
   *
   * @throws Problem when a row is refused
   */
  static List<FaqEntry> entries(Path file) {
    ImportPlan plan = ImportPlan.of(List.of(), read(file), Publishing.DIRECT);
    if (!plan.refused().isEmpty()) {
      throw Problem.badInput(
          file + "：" + plan.refused().getFirst().sentence(), "A row cannot be read.");
    }
    return plan.toStore();
  }
}
