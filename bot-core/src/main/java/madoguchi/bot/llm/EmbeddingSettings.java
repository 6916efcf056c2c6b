package madoguchi.bot.llm;

import java.time.Duration;

/**
 * Where the model is, and how long it is waited for.
 *
 * @param baseUrl of an OpenAI-compatible endpoint, such as {@code http://localhost:8000/v1}
 * @param apiKey may be empty
 * @param deadline for a question
 * @param patience for a batch of entries
 * @param rest after so many failures in a row no question is sent for this long
 */
public record EmbeddingSettings(
    String baseUrl,
    String apiKey,
    String model,
    Duration deadline,
    Duration patience,
    Duration rest) {}
