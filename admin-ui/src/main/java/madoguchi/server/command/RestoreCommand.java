package madoguchi.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import madoguchi.bot.jdbc.JdbcStorage;
import madoguchi.server.settings.Problem;
import madoguchi.server.settings.Settings;
import madoguchi.server.storage.Backup;
import madoguchi.server.storage.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a backup into an empty database of either kind. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "控えを、空のデータベースに戻します。 / Brings a backup into an empty database.")
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE")
  Path file;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try (Database database = Database.openForCommand(Settings.read())) {
      if (!Backup.isEmpty(database.dataSource())) {
        throw Problem.badInput(
            "データベースが空ではありません。控えは、空のデータベースにだけ戻せます。",
            "The database is not empty: nothing was restored.");
      }
      Backup.read(database.dataSource(), file, table -> spec.commandLine().getErr().println(table));
      database.check(
          new JdbcStorage(database.dataSource(), database.masterKey(), Clock.systemUTC()));
    } catch (ZipException broken) {
      throw Problem.badInput("控えのファイルとして読めません： " + file, "This is not a backup file.");
    } catch (java.nio.file.NoSuchFileException missing) {
      throw Problem.badInput("ファイルがありません： " + file, "There is no such file.");
    }
    spec.commandLine().getOut().println("戻しました。住民との会話の言葉は、控えに含まれていません。");
    return 0;
  }
}
