package madoguchi.server;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import madoguchi.server.settings.Problem;
import madoguchi.server.settings.Settings;
import madoguchi.server.storage.Database;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Opens the database as soon as the settings are known, beside Spring's own start: the index waits
 * for the entries, and the first question for the index.
 */
final class EarlyDatabase implements ApplicationListener<ApplicationContextInitializedEvent> {

  /** Set while the build asks for the beans, which it does not start. */
  private static final String PROCESSING = "spring.aot.processing";

  /** A database that is being opened; whoever awaits it closes it. */
  record Opening(Future<Database> database) {

    /**
     * The database when it is open.
     *
     * @throws Problem as {@link Database#open}
     */
    Database await() {
      try {
        return database.get();
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(failed.getCause());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }

  @Override
  public void onApplicationEvent(ApplicationContextInitializedEvent event) {
    if (Boolean.getBoolean(PROCESSING)) {
      return;
    }
    ConfigurableApplicationContext context = event.getApplicationContext();
    Settings settings = Settings.of(context.getEnvironment());
    FutureTask<Database> opening = new FutureTask<>(() -> Database.open(settings));
    Thread.ofPlatform().name("opening").daemon().start(opening);
    context.getBeanFactory().registerSingleton("databaseOpening", new Opening(opening));
  }
}
