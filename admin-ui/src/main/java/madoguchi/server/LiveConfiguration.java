package madoguchi.server;

import java.util.Optional;
import madoguchi.bot.limit.LocalRateLimits;
import madoguchi.bot.limit.RateLimits;
import madoguchi.bot.post.LocalSignals;
import madoguchi.bot.post.Signals;
import madoguchi.bot.presence.LocalPresence;
import madoguchi.bot.presence.Presence;
import madoguchi.bot.redis.RedisRoom;
import madoguchi.server.settings.Problem;
import madoguchi.server.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What may be lost: news, limits and who is there, shared over Redis when it is set, else within
 * this process. Who waits for news also looks by itself each second.
 */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  @Bean
  Live live(Settings settings) {
    return new Live(
        Optional.of(settings.redis().url())
            .filter(url -> !url.isBlank())
            .map(LiveConfiguration::room));
  }

  /** What is wrong with a URL is not repeated: it may hold a password. */
  private static RedisRoom room(String url) {
    try {
      return new RedisRoom(url);
    } catch (RuntimeException malformed) {
      throw Problem.failed(
          "MADOGUCHI_REDIS_URL を読めません。redis://ホスト:6379 の形で指定してください。",
          "MADOGUCHI_REDIS_URL cannot be read: give it as redis://host:6379.");
    }
  }

  @Bean
  Signals signals(Live live) {
    return live.redis().map(RedisRoom::signals).orElseGet(LocalSignals::new);
  }

  @Bean
  Presence presence(Live live) {
    return live.redis().map(RedisRoom::presence).orElseGet(LocalPresence::new);
  }

  @Bean
  RateLimits limits(Live live) {
    return live.redis().map(RedisRoom::limits).orElseGet(LocalRateLimits::new);
  }
}
