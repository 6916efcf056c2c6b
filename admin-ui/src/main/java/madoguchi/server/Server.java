package madoguchi.server;

import java.util.List;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.server.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasksObservationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The program: without arguments the server, with arguments one of the {@link Commands}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      ReactiveUserDetailsServiceAutoConfiguration.class,
      // Spring weaves nothing in here, checks no annotations and schedules nothing: no bean is
      // looked at for that.
      AopAutoConfiguration.class,
      ValidationAutoConfiguration.class,
      TaskSchedulingAutoConfiguration.class,
      ScheduledTasksObservationAutoConfiguration.class
    })
@Import({
  StorageConfiguration.class,
  LiveConfiguration.class,
  WriterConfiguration.class,
  EmbeddingConfiguration.class,
  BotConfiguration.class,
  LineConfiguration.class,
  WebConfiguration.class,
  WebhookConfiguration.class,
  SecurityConfiguration.class,
  StaffConfiguration.class,
  LearningConfiguration.class,
  SendingConfiguration.class,
  MetricsConfiguration.class,
  HealthConfiguration.class
})
public class Server {

  /** Starts the server or runs a command; the exit code says how that ended. */
  public static void main(String[] args) {
    if (args.length == 1 && args[0].equals("rehearse")) {
      Rehearsal.perform();
      // What has been asked of LINE leaves threads behind that would hold the process for a minute.
      System.exit(0);
    }
    if (args.length > 0) {
      System.exit(Commands.run(List.of(args)));
    }
    // Word list and dictionary take a while: beside Spring's start.
    Thread.ofPlatform().name("words").daemon().start(Server::readWords);
    try {
      application().run();
    } catch (SpringApplication.AbandonedRunException prepared) {
      // The build wants to know the beans, not to start them.
      throw prepared;
    } catch (RuntimeException reported) {
      // OneLineReporter has said why.
      System.exit(1);
    }
  }

  /** The server, to be run. */
  static SpringApplication application() {
    SpringApplication application = new SpringApplication(Server.class);
    application.addListeners(new EarlyDatabase());
    return application;
  }

  private static void readWords() {
    Synonyms.municipal();
    // Any word makes Kuromoji load its dictionary.
    new TextAnalysis().terms("窓口");
  }
}
