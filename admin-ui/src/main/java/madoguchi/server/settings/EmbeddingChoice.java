package madoguchi.server.settings;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The settings under {@code madoguchi.embedding}.
 *
 * @param baseUrl of an OpenAI-compatible endpoint; empty: none
 * @param apiKey may be empty
 * @param model its name there
 * @param deadlineMillis so long a question waits for its direction
 */
public record EmbeddingChoice(String baseUrl, String apiKey, String model, int deadlineMillis) {

  /** From a running application's environment. */
  public static EmbeddingChoice of(Environment environment) {
    return Binder.get(environment).bind("madoguchi.embedding", EmbeddingChoice.class).get();
  }
}
