package madoguchi.server;

import java.time.Clock;
import madoguchi.bot.desk.InboxWorkers;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.inquiry.Pseudonyms;
import madoguchi.bot.post.Signals;
import madoguchi.bot.town.Municipalities;
import madoguchi.channel.web.WebAssets;
import madoguchi.channel.web.WebChannel;
import madoguchi.channel.web.WebCompletions;
import madoguchi.channel.web.WebController;
import madoguchi.channel.web.WebGate;
import madoguchi.channel.web.WebPages;
import madoguchi.channel.web.WebProblems;
import madoguchi.channel.web.WebSettings;
import madoguchi.knowledge.completion.Completions;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.PerTown;
import madoguchi.server.seed.DefaultTown;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The web chat's door. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  WebChannel webChannel() {
    return new WebChannel();
  }

  @Bean
  WebController webController(
      Municipalities municipalities,
      Pseudonyms pseudonyms,
      Stores stores,
      Signals signals,
      InboxWorkers workers,
      Clock clock) {
    return new WebController(
        municipalities, pseudonyms, stores, signals, workers::wake, clock, WebSettings.standard());
  }

  @Bean
  WebCompletions webCompletions(
      Municipalities municipalities, PerTown<Completions> completions, Clock clock) {
    return new WebCompletions(municipalities, completions, clock, WebSettings.standard());
  }

  @Bean
  WebGate webGate(Municipalities municipalities) {
    return new WebGate(municipalities);
  }

  @Bean
  WebProblems webProblems() {
    return new WebProblems();
  }

  @Bean
  WebAssets webAssets() {
    return new WebAssets();
  }

  @Bean
  WebPages webPages(
      Municipalities municipalities, FaqCatalog catalog, Clock clock, WebAssets assets) {
    return new WebPages(municipalities, catalog, DefaultTown.CODE, clock, assets);
  }
}
