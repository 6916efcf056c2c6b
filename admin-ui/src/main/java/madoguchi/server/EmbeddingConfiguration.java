package madoguchi.server;

import java.time.Clock;
import java.time.Duration;
import madoguchi.bot.llm.ApiEmbeddings;
import madoguchi.bot.llm.EmbeddingSettings;
import madoguchi.server.index.EmbeddingSlot;
import madoguchi.server.settings.EmbeddingChoice;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Meanings by a model outside, if the server is told of one. */
@Configuration(proxyBeanMethods = false)
class EmbeddingConfiguration {

  @Bean
  EmbeddingSlot embeddingSlot(Environment environment, Clock clock) {
    EmbeddingChoice embedding = EmbeddingChoice.of(environment);
    if (embedding.baseUrl().isBlank()) {
      return new EmbeddingSlot(null);
    }
    Duration patience = Duration.ofSeconds(30);
    return new EmbeddingSlot(
        new ApiEmbeddings(
            new EmbeddingSettings(
                embedding.baseUrl(),
                embedding.apiKey(),
                embedding.model(),
                Duration.ofMillis(embedding.deadlineMillis()),
                patience,
                patience),
            clock));
  }

  /** Never ill: without the model questions are answered all the same. */
  @Bean
  HealthIndicator embeddingHealthIndicator(EmbeddingSlot slot) {
    return () ->
        Health.up()
            .withDetail(
                "signal",
                slot.model() instanceof ApiEmbeddings api
                    ? api.trouble().map(why -> "off: " + why).orElse("on")
                    : "not configured")
            .build();
  }
}
