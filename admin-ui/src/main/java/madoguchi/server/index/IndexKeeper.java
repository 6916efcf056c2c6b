package madoguchi.server.index;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import madoguchi.bot.post.Leases;
import madoguchi.bot.resolved.ResolvedLimits;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.completion.Completions;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqSnapshot;
import madoguchi.knowledge.faq.PerTown;
import madoguchi.knowledge.index.Ingredients;
import madoguchi.knowledge.index.KnowledgeIndex;
import madoguchi.knowledge.index.KnowledgeIndexes;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.storage.EntryEmbeddingRows;
import madoguchi.server.storage.WordVectorRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Asks each second whether a town's entries or what was learned from them have changed, on this
 * node or another, and swaps its index. Entries serve at once; what can be learned from them
 * follows some seconds later. Two nodes that learn at the same time learn the same.
 */
public final class IndexKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Municipalities municipalities;
  private final FaqCatalog catalog;
  private final Synonyms synonyms;
  private final TownVectors vectors;
  private final TownMemory memory;
  private final TownWeights weights = new TownWeights();
  private final TownEmbeddings embeddings;
  private final Lull lull;
  private final KnowledgeIndexes indexes;
  private final PerTown<Completions> completions;
  private final Map<MunicipalityCode, KnowledgeIndex> built = new ConcurrentHashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Learning takes a core for seconds and much memory: one town at a time. */
  private final Semaphore desk = new Semaphore(1);

  private final Semaphore outside = new Semaphore(1);

  /** The revisions at the last look: who is still editing is not learned from yet. */
  private final Map<MunicipalityCode, Long> seen = new ConcurrentHashMap<>();

  /**
   * Over the towns' entries.
   *
   * @param completions are kept up to date beside the indexes
   * @param leases tell whether residents wait: then nothing is learned for a while
   */
  public IndexKeeper(
      Municipalities municipalities,
      FaqCatalog catalog,
      PerTown<Completions> completions,
      Synonyms synonyms,
      WordVectorRows rows,
      ResolvedQuestions resolved,
      EmbeddingSlot slot,
      EntryEmbeddingRows embeddingRows,
      Leases leases,
      Clock clock) {
    this.municipalities = municipalities;
    this.catalog = catalog;
    this.completions = completions;
    this.synonyms = synonyms;
    this.vectors = new TownVectors(rows, synonyms);
    this.memory = new TownMemory(resolved, ResolvedLimits.standard());
    this.embeddings = new TownEmbeddings(slot, embeddingRows, clock);
    this.lull = new Lull(leases, clock);
    this.indexes = new KnowledgeIndexes(catalog, this::build);
  }

  /** The indexes that are kept. */
  public KnowledgeIndexes indexes() {
    return indexes;
  }

  /** Begins to look after them. */
  public void start() {
    // It computes for long: a virtual thread would keep others from running.
    Thread.ofPlatform().name("index-keeper").daemon().start(this::run);
  }

  @Override
  public void close() {
    stopping.countDown();
  }

  private KnowledgeIndex build(MunicipalityCode municipality, FaqSnapshot snapshot) {
    Ingredients ingredients =
        Ingredients.of(snapshot.entries())
            .with(synonyms)
            .with(vectors.of(municipality))
            .with(memory.of(municipality))
            .with(embeddings.of(municipality))
            .with(weights.of(municipality))
            .in(municipalities.find(municipality).map(Municipality::name).orElse(""));
    // Towns have most of their texts from the same pack: what one has read no other reads again.
    KnowledgeIndex before =
        Optional.ofNullable(built.get(municipality))
            .or(() -> built.values().stream().findAny())
            .orElse(null);
    KnowledgeIndex now =
        before == null ? KnowledgeIndex.of(ingredients) : before.renewed(ingredients);
    built.put(municipality, now);
    return now;
  }

  private void run() {
    try {
      do {
        lookAtAll();
      } while (!stopping.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A town whose entries cannot be read or indexed keeps its present index. */
  private void lookAtAll() {
    List<Municipality> towns;
    try {
      towns = municipalities.all();
    } catch (RuntimeException away) {
      failed("the towns could not be read", away);
      return;
    }
    forEach(towns, this::lookAt);
    // After every index: a question waits for its index, and completions are built when asked for.
    forEach(towns, completions::refresh);
  }

  private void forEach(List<Municipality> towns, Consumer<MunicipalityCode> look) {
    for (Municipality town : towns) {
      try {
        look.accept(town.code());
      } catch (RuntimeException broken) {
        failed("town " + town.code() + ": its index could not be refreshed", broken);
      }
    }
  }

  /** While the server stops, the database is closed under whatever is still computing: no error. */
  private void failed(String what, RuntimeException failure) {
    LOG.atLevel(stopping.getCount() > 0 ? Level.ERROR : Level.DEBUG)
        .log("{}: {}", what, failure.getClass().getName());
  }

  private void lookAt(MunicipalityCode town) {
    boolean learned = vectors.load(town);
    boolean changed = indexes.refresh(town);
    boolean remembers = !changed && memory.hasChanged(town);
    if ((learned && !changed) || remembers) {
      indexes.renew(town);
    }
    if (learned || changed || remembers) {
      LOG.info("town {}: {} entries indexed", town, indexes.of(town).size());
    }
    long revision = catalog.revision(town);
    Long before = seen.put(town, revision);
    boolean settled = before != null && before == revision;
    if (settled && embeddings.isBehind(town, revision)) {
      lookOutside(town);
    }
    boolean unread = vectors.revision(town) < revision;
    TownWeights.Of now = learnedFrom(town, revision);
    boolean behind = unread || weights.areBehind(town, now);
    if (settled && behind && lull.isNow() && desk.tryAcquire()) {
      Thread.ofPlatform()
          .name("learning")
          .daemon()
          .priority(Thread.MIN_PRIORITY)
          .start(unread ? () -> learn(town) : () -> weigh(town, now));
    }
  }

  private TownWeights.Of learnedFrom(MunicipalityCode town, long revision) {
    return new TownWeights.Of(revision, vectors.revision(town), memory.revision(town));
  }

  /** Entries' directions come from outside: one town at a time, and nobody waits for them. */
  private void lookOutside(MunicipalityCode town) {
    if (outside.tryAcquire()) {
      Thread.ofVirtual()
          .name("embeddings")
          .start(
              () -> {
                try {
                  embeddings.fetch(town, catalog.snapshot(town));
                  indexes.renew(town);
                } catch (RuntimeException broken) {
                  failed("no embeddings", broken);
                } finally {
                  outside.release();
                }
              });
    }
  }

  private void weigh(MunicipalityCode town, TownWeights.Of now) {
    try {
      if (weights.learn(town, now, indexes.of(town))) {
        indexes.renew(town);
        LOG.info("town {}: learned from its resolved questions", town);
      }
    } catch (RuntimeException broken) {
      failed("no weights could be learned", broken);
    } finally {
      desk.release();
    }
  }

  private void learn(MunicipalityCode town) {
    try {
      vectors.learn(town, catalog.snapshot(town));
      indexes.renew(town);
      LOG.info("town {}: learned from its entries", town);
    } catch (RuntimeException broken) {
      // Tried again at the next look; meanwhile the town is answered with less understanding.
      failed("nothing could be learned", broken);
    } finally {
      desk.release();
    }
  }
}
