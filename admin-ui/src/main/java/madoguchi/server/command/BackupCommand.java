package madoguchi.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import madoguchi.server.settings.Problem;
import madoguchi.server.settings.Settings;
import madoguchi.server.storage.Backup;
import madoguchi.server.storage.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a logical backup of everything but the residents' words. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "すべてをファイルに控えます（住民の言葉の鍵は含みません）。 / A logical backup; online with PostgreSQL.")
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE")
  Path file;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (Files.isDirectory(file)) {
      throw Problem.badInput("書き出す先がフォルダーです。", "The target is a folder.");
    }
    try (Database database = Database.openForCommand(Settings.read())) {
      Backup.write(
          database.dataSource(),
          file.toAbsolutePath(),
          table -> spec.commandLine().getErr().println(table));
    }
    spec.commandLine().getOut().println("控えました。元に戻すには、このファイルと鍵（master.key）の両方が要ります： " + file);
    return 0;
  }
}
