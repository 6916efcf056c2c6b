package madoguchi.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqFile;
import madoguchi.knowledge.faq.FaqFileRefused;
import madoguchi.server.settings.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that writes entries to a file. */
abstract class FileCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "ends in .csv or .xlsx")
  Path file;

  @Spec CommandSpec spec;

  /** What is written. */
  abstract Collection<FaqEntry> entries();

  @Override
  public final Integer call() {
    Progress progress = new Progress(spec.commandLine().getErr(), 2);
    progress.step("FAQを集めています");
    Collection<FaqEntry> entries = entries();
    progress.step("ファイルに書いています");
    try {
      FaqFile.write(file, entries);
    } catch (FaqFileRefused refused) {
      throw Problem.badInput(refused.sentence(), "The file cannot be written in this form.");
    } catch (IOException unwritable) {
      throw Problem.failed("「%s」に書き込めません。".formatted(file), "The file cannot be written.");
    }
    progress.finish("終わりました");
    spec.commandLine().getOut().printf("%d件を %s に書きました。%n", entries.size(), file);
    return 0;
  }
}
