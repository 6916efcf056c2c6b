package madoguchi.server.command;

import java.time.Clock;
import madoguchi.bot.jdbc.JdbcStorage;
import madoguchi.bot.town.Municipality;
import madoguchi.server.seed.DefaultTown;
import madoguchi.server.seed.FirstAdministrator;
import madoguchi.server.settings.Problem;
import madoguchi.server.settings.Settings;
import madoguchi.server.storage.Database;
import madoguchi.staff.account.Passwords;
import madoguchi.staff.jdbc.JdbcStaffAccounts;

/** What a command works on: the same database as the server's, opened for the command's time. */
record Ground(Settings settings, Database database, JdbcStorage storage) implements AutoCloseable {

  /** As the server hashes passwords. */
  private static final int PASSWORD_COST = 12;

  /**
   * Opens it; the default town is there afterwards, as if a server had been started.
   *
   * @throws Problem when a running server has the embedded database, or it cannot be opened
   */
  static Ground open() {
    Settings settings = Settings.read();
    Database database = Database.openForCommand(settings);
    JdbcStorage storage =
        new JdbcStorage(database.dataSource(), database.masterKey(), Clock.systemUTC());
    database.check(storage);
    new DefaultTown(storage.municipalities(), storage.faqCatalog()).prepare(settings);
    return new Ground(settings, database, storage);
  }

  /**
   * The town of that code.
   *
   * @throws Problem when there is none
   */
  Municipality town(String code) {
    return storage
        .municipalities()
        .named(code)
        .orElseThrow(
            () ->
                Problem.badInput(
                    "自治体「%s」はありません。先に ./run town で作ってください。".formatted(code),
                    "There is no such municipality: make it with ./run town."));
  }

  FirstAdministrator administrator() {
    return new FirstAdministrator(
        new JdbcStaffAccounts(database.dataSource()),
        new Passwords(PASSWORD_COST),
        Clock.systemUTC());
  }

  @Override
  public void close() {
    database.close();
  }
}
