package madoguchi.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.completion.Completions;
import madoguchi.knowledge.faq.PerTown;
import madoguchi.knowledge.index.KnowledgeIndexes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks each second whether a town's entries have changed, on this node or another. */
final class IndexRefresh implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IndexRefresh.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Municipalities municipalities;
  private final KnowledgeIndexes indexes;
  private final PerTown<Completions> completions;
  private final CountDownLatch stopping = new CountDownLatch(1);

  IndexRefresh(
      Municipalities municipalities, KnowledgeIndexes indexes, PerTown<Completions> completions) {
    this.municipalities = municipalities;
    this.indexes = indexes;
    this.completions = completions;
  }

  void start() {
    Thread.ofVirtual().name("index-refresh").start(this::run);
  }

  @Override
  public void close() {
    stopping.countDown();
  }

  private void run() {
    try {
      do {
        refreshAll();
      } while (!stopping.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A town whose entries cannot be read or indexed keeps its present index. */
  private void refreshAll() {
    try {
      for (Municipality town : municipalities.all()) {
        if (indexes.refresh(town.code())) {
          LOG.info("town {}: {} entries indexed", town.code(), indexes.of(town.code()).size());
        }
        completions.refresh(town.code());
      }
    } catch (RuntimeException broken) {
      LOG.error("an index could not be refreshed: {}", broken.getClass().getName());
    }
  }
}
