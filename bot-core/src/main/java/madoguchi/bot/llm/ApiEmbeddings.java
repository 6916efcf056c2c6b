package madoguchi.bot.llm;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import madoguchi.knowledge.embedding.Embeddings;
import madoguchi.knowledge.embedding.EmbeddingsFailed;

/**
 * Embeddings by an OpenAI-compatible endpoint. What identifies a person is masked before a text
 * leaves. A question is waited for no longer than its deadline, and after several failures none is
 * sent for a while.
 */
public final class ApiEmbeddings implements Embeddings, AutoCloseable {

  private final EmbeddingSettings settings;
  private final EmbeddingModel forEntries;
  private final EmbeddingModel forQuestions;
  private final Breaker breaker;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  public ApiEmbeddings(EmbeddingSettings settings, Clock clock) {
    this.settings = settings;
    this.forEntries = model(settings, settings.patience());
    this.forQuestions = model(settings, settings.deadline());
    this.breaker = new Breaker(settings.rest(), clock);
  }

  private static EmbeddingModel model(EmbeddingSettings settings, Duration timeout) {
    return OpenAiEmbeddingModel.builder()
        .baseUrl(settings.baseUrl())
        .apiKey(settings.apiKey().isBlank() ? "none" : settings.apiKey())
        .modelName(settings.model())
        .httpClientBuilder(new InOrderHttpClient.Builder())
        .timeout(timeout)
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .build();
  }

  @Override
  public String model() {
    return settings.model();
  }

  @Override
  public List<float[]> ofEntries(List<String> texts) {
    return within(settings.patience(), forEntries, texts);
  }

  @Override
  public Optional<float[]> ofQuestion(String question) {
    if (!breaker.isClosed()) {
      return Optional.empty();
    }
    try {
      float[] direction = within(settings.deadline(), forQuestions, List.of(question)).getFirst();
      breaker.succeeded();
      return Optional.of(direction);
    } catch (EmbeddingsFailed failed) {
      breaker.failed(failed.why());
      return Optional.empty();
    }
  }

  /** Why questions are answered without at present; empty while all is well. */
  public Optional<String> trouble() {
    return breaker.trouble();
  }

  @Override
  public void close() {
    calls.shutdownNow();
  }

  private List<float[]> within(Duration time, EmbeddingModel model, List<String> texts) {
    Future<List<float[]>> call = calls.submit(() -> Masked.ask(model, texts));
    try {
      return call.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new EmbeddingsFailed("too late");
    } catch (ExecutionException broken) {
      // The message of what went wrong may show what was sent.
      Throwable cause = broken.getCause();
      throw cause instanceof EmbeddingsFailed known
          ? known
          : new EmbeddingsFailed(cause == null ? "failed" : cause.getClass().getSimpleName());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new EmbeddingsFailed("stopped");
    } finally {
      call.cancel(true);
    }
  }
}
