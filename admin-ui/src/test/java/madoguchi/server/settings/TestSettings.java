package madoguchi.server.settings;

import java.nio.file.Path;

/** Settings of a server of which a test sets one thing, and everything else is as nobody set it. */
public final class TestSettings {

  private static final Settings.Db EMBEDDED = new Settings.Db("", "", "");
  private static final Settings.Redis NONE = new Settings.Redis("");
  private static final Settings.Web PLAIN = new Settings.Web("", "", "", "", "", "");

  private TestSettings() {}

  /** With the embedded database in that directory. */
  public static Settings in(Path directory) {
    return of(directory, EMBEDDED, NONE, PLAIN);
  }

  public static Settings with(Path directory, Settings.Db db) {
    return of(directory, db, NONE, PLAIN);
  }

  public static Settings with(Path directory, Settings.Redis redis) {
    return of(directory, EMBEDDED, redis, PLAIN);
  }

  public static Settings with(Path directory, Settings.Web web) {
    return of(directory, EMBEDDED, NONE, web);
  }

  private static Settings of(
      Path directory, Settings.Db db, Settings.Redis redis, Settings.Web web) {
    return new Settings(
        directory, db, redis, "", "", "", 1, new Settings.Line("", "", "", "", "", ""), web);
  }
}
