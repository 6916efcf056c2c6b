package madoguchi.server.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.faq.FaqSheet;
import madoguchi.knowledge.faq.ImportPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes entries over from a file: all of it or nothing, unless bad rows are to be skipped. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "FAQをファイルから取り込みます。 / Takes FAQ entries over from a .csv or .xlsx file.")
final class ImportCommand implements Callable<Integer> {

  /** For the audit. */
  private static final String ACTOR = "command-line";

  @Option(names = "--municipality", required = true, description = "the town's code")
  String municipality;

  @Option(names = "--skip-refused", description = "store the good rows even if others are refused")
  boolean skipRefused;

  @Parameters(paramLabel = "FILE")
  Path file;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(spec.commandLine().getErr(), 2);
    progress.step("ファイルを読んでいます");
    FaqSheet sheet = EntriesFile.read(file);
    try (Ground ground = Ground.open()) {
      Municipality town = ground.town(municipality);
      progress.step("いまのFAQと比べて、保存しています");
      ImportPlan plan =
          new CheckedImport(ground.storage().faqCatalog(), town.code(), ACTOR)
              .store(sheet, skipRefused);
      boolean refused = !plan.refused().isEmpty() && !skipRefused;
      progress.finish(refused ? "保存していません" : "終わりました");
      plan.added().forEach(entry -> out.println("新規\t" + entry.id()));
      plan.changed().forEach(change -> out.println("変更\t" + change.after().id()));
      plan.refused().forEach(row -> out.println("取り込めない行\t" + row.sentence()));
      out.printf(
          "新規 %d件、変更 %d件、変更なし %d件、取り込めない行 %d件%n",
          plan.added().size(),
          plan.changed().size(),
          plan.unchanged().size(),
          plan.refused().size());
      out.println(
          refused
              ? "何も保存していません。行を直すか、--skip-refused を付けてください。"
              : "%sのFAQに保存しました。".formatted(town.name()));
      return refused ? 2 : 0;
    }
  }
}
