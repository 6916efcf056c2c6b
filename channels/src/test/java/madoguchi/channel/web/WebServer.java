package madoguchi.channel.web;

import java.time.Clock;
import java.time.Duration;
import madoguchi.bot.limit.LocalRateLimits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A server with nothing but the web chat's door, for tests. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class WebServer {

  @Bean(destroyMethod = "close")
  WebHouse webHouse() {
    return new WebHouse();
  }

  @Bean
  WebController webController(WebHouse house, @Value("${patience:PT15S}") Duration patience) {
    return house.controller(WebHouse.settings(patience));
  }

  @Bean
  WebCompletions webCompletions(WebHouse house) {
    return new WebCompletions(
        house.towns,
        house.completions,
        Clock.systemUTC(),
        new LocalRateLimits(),
        WebHouse.settings(Duration.ofSeconds(15)));
  }

  @Bean
  WebGate webGate(WebHouse house) {
    return new WebGate(house.towns);
  }

  @Bean
  WebProblems webProblems() {
    return new WebProblems();
  }
}
