package madoguchi.server;

import java.time.Clock;
import madoguchi.bot.desk.Curation;
import madoguchi.bot.desk.InboxWorkers;
import madoguchi.bot.desk.Stores;
import madoguchi.bot.inquiry.Pseudonyms;
import madoguchi.bot.limit.RateLimits;
import madoguchi.bot.post.Signals;
import madoguchi.bot.town.Municipalities;
import madoguchi.channel.web.PublicAddress;
import madoguchi.channel.web.SearchEngines;
import madoguchi.channel.web.WebAssets;
import madoguchi.channel.web.WebChannel;
import madoguchi.channel.web.WebCompletions;
import madoguchi.channel.web.WebController;
import madoguchi.channel.web.WebGate;
import madoguchi.channel.web.WebIcons;
import madoguchi.channel.web.WebPages;
import madoguchi.channel.web.WebProblems;
import madoguchi.channel.web.WebSettings;
import madoguchi.knowledge.completion.Completions;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.PerTown;
import madoguchi.server.seed.DefaultTown;
import madoguchi.server.settings.Problem;
import org.springframework.beans.factory.annotation.Value;
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
      Curation curation,
      Signals signals,
      InboxWorkers workers,
      Clock clock,
      RateLimits limits) {
    return new WebController(
        municipalities,
        pseudonyms,
        stores,
        curation,
        signals,
        workers::wake,
        clock,
        limits,
        WebSettings.standard());
  }

  @Bean
  WebCompletions webCompletions(
      Municipalities municipalities,
      PerTown<Completions> completions,
      Clock clock,
      RateLimits limits) {
    return new WebCompletions(municipalities, completions, clock, limits, WebSettings.standard());
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
  PublicAddress publicAddress(@Value("${madoguchi.public-url}") String configured) {
    try {
      return new PublicAddress(configured);
    } catch (IllegalArgumentException malformed) {
      throw Problem.failed(
          "MADOGUCHI_PUBLIC_URL は https://mado.city.example.jp の形で指定してください。",
          "MADOGUCHI_PUBLIC_URL must be like https://mado.city.example.jp.");
    }
  }

  @Bean
  WebPages webPages(
      Municipalities municipalities,
      FaqCatalog catalog,
      Clock clock,
      WebAssets assets,
      PublicAddress address) {
    return new WebPages(municipalities, catalog, DefaultTown.CODE, clock, assets, address);
  }

  @Bean
  WebIcons webIcons(Municipalities municipalities) {
    return new WebIcons(municipalities);
  }

  @Bean
  SearchEngines searchEngines(
      Municipalities municipalities, FaqCatalog catalog, Clock clock, PublicAddress address) {
    return new SearchEngines(municipalities, catalog, clock, address);
  }
}
