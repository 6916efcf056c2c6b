package madoguchi.server;

import java.time.Clock;
import madoguchi.bot.answer.Sentences;
import madoguchi.bot.desk.InboxWorkers;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.inquiry.Pseudonyms;
import madoguchi.bot.town.Municipalities;
import madoguchi.channel.line.LineChannel;
import madoguchi.channel.line.LineWebhook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door to LINE; which towns have one, their settings say. */
@Configuration(proxyBeanMethods = false)
class LineConfiguration {

  @Bean
  LineChannel lineChannel(Municipalities municipalities, Sentences sentences, Clock clock) {
    return new LineChannel(municipalities, sentences, clock);
  }

  @Bean
  LineWebhook lineWebhook(
      Municipalities municipalities,
      Stores stores,
      Pseudonyms pseudonyms,
      InboxWorkers workers,
      Clock clock) {
    return new LineWebhook(municipalities, stores.inbox(), pseudonyms, clock, workers::wake);
  }
}
