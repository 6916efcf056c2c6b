package madoguchi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import madoguchi.server.settings.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;

class EarlyDatabaseTest {

  private final GenericApplicationContext context = new GenericApplicationContext();

  @TempDir private Path folder;

  @Test
  void isOpenWhenItIsAsked() {
    begin(folder.resolve("data"));
    try (var database = opening().await()) {
      assertThat(database.masterKey()).hasSize(32);
    }
  }

  @Test
  void whatIsWrongIsSaidToWhoeverAsks() throws Exception {
    Path file = Files.writeString(folder.resolve("data"), "no directory");
    begin(file);
    assertThatThrownBy(() -> opening().await()).isInstanceOf(Problem.class);
  }

  @Test
  void theBuildThatWorksOutTheBeansOpensNothing() {
    System.setProperty("spring.aot.processing", "true");
    try {
      begin(folder.resolve("data"));
    } finally {
      System.clearProperty("spring.aot.processing");
    }
    assertThat(folder.resolve("data")).doesNotExist();
    assertThat(context.getBeanFactory().containsSingleton("databaseOpening")).isFalse();
  }

  private void begin(Path data) {
    new ConfigDataApplicationContextInitializer().initialize(context);
    TestPropertyValues.of("madoguchi.data-dir=" + data, "madoguchi.db.url=").applyTo(context);
    new EarlyDatabase()
        .onApplicationEvent(
            new ApplicationContextInitializedEvent(
                new SpringApplication(), new String[0], context));
  }

  private EarlyDatabase.Opening opening() {
    return (EarlyDatabase.Opening) context.getBeanFactory().getSingleton("databaseOpening");
  }
}
