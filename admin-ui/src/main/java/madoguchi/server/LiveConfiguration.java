package madoguchi.server;

import madoguchi.bot.post.LocalSignals;
import madoguchi.bot.post.Signals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is new is told within this process; who waits also looks by itself each second. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  @Bean
  Signals signals() {
    return new LocalSignals();
  }
}
