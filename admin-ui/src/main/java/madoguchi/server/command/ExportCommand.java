package madoguchi.server.command;

import java.util.Collection;
import madoguchi.knowledge.faq.FaqEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a town's entries to a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "FAQをファイルに書き出します。 / Writes a town's FAQ entries to a .csv or .xlsx file.")
final class ExportCommand extends FileCommand {

  @Option(names = "--municipality", required = true, description = "the town's code")
  String municipality;

  @Override
  Collection<FaqEntry> entries() {
    try (Ground ground = Ground.open()) {
      return ground.storage().faqCatalog().snapshot(ground.town(municipality).code()).entries();
    }
  }
}
