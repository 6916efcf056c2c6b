package madoguchi.server;

import java.util.Optional;
import madoguchi.bot.limit.LocalRateLimits;
import madoguchi.bot.limit.RateLimits;
import madoguchi.bot.post.LocalSignals;
import madoguchi.bot.post.Signals;
import madoguchi.bot.redis.RedisRoom;
import madoguchi.server.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What may be lost: news and limits, shared over Redis when it is set, else within this process.
 * Who waits for news also looks by itself each second.
 */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  @Bean
  Live live(Settings settings) {
    return new Live(
        Optional.of(settings.redis().url()).filter(url -> !url.isBlank()).map(RedisRoom::new));
  }

  @Bean
  Signals signals(Live live) {
    return live.redis().map(RedisRoom::signals).orElseGet(LocalSignals::new);
  }

  @Bean
  RateLimits limits(Live live) {
    return live.redis().map(RedisRoom::limits).orElseGet(LocalRateLimits::new);
  }
}
