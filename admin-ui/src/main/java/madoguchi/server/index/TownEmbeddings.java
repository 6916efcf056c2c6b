package madoguchi.server.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.knowledge.embedding.Embeddings;
import madoguchi.knowledge.embedding.EmbeddingsFailed;
import madoguchi.knowledge.embedding.EntryEmbeddings;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqSnapshot;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.storage.EntryEmbeddingRows;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directions of each town's entries by a model outside. Only what has changed is asked for, in
 * batches, each stored as it comes; after a failure the rest is asked for later.
 */
final class TownEmbeddings {

  private static final Logger LOG = LoggerFactory.getLogger(TownEmbeddings.class);
  private static final int BATCH = 32;
  private static final int LONGEST = 600;
  private static final Duration LATER = Duration.ofMinutes(1);

  private final @Nullable Embeddings model;
  private final EntryEmbeddingRows rows;
  private final Clock clock;
  private final Map<MunicipalityCode, EntryEmbeddings> known = new ConcurrentHashMap<>();
  private final Map<MunicipalityCode, Long> revisions = new ConcurrentHashMap<>();
  private final Map<MunicipalityCode, Instant> notBefore = new ConcurrentHashMap<>();

  TownEmbeddings(EmbeddingSlot slot, EntryEmbeddingRows rows, Clock clock) {
    this.model = slot.model();
    this.rows = rows;
    this.clock = clock;
  }

  /** What is known at present. */
  EntryEmbeddings of(MunicipalityCode municipality) {
    return known.getOrDefault(municipality, EntryEmbeddings.NONE);
  }

  /** Whether entries of a revision may have changed since they were last asked for. */
  boolean isBehind(MunicipalityCode municipality, long revision) {
    return model != null
        && revisions.getOrDefault(municipality, -1L) < revision
        && !clock.instant().isBefore(notBefore.getOrDefault(municipality, Instant.MIN));
  }

  /** Asks for what has changed. What could not be had is asked for again in a minute. */
  void fetch(MunicipalityCode municipality, FaqSnapshot town) {
    Embeddings asked = model;
    if (asked == null) {
      return;
    }
    Map<String, float[]> directions = new HashMap<>();
    Map<String, FaqEntry> missing = new LinkedHashMap<>();
    Map<String, EntryEmbeddingRows.Row> stored = rows.all(municipality, asked.model());
    for (FaqEntry entry : town.entries()) {
      EntryEmbeddingRows.Row row = stored.get(entry.id());
      if (row != null && row.fingerprint().equals(fingerprint(entry))) {
        directions.put(entry.id(), row.direction());
      } else {
        missing.put(entry.id(), entry);
      }
    }
    try {
      List<FaqEntry> all = new ArrayList<>(missing.values());
      for (int from = 0; from < all.size(); from += BATCH) {
        ask(asked, municipality, all.subList(from, Math.min(all.size(), from + BATCH)), directions);
      }
      revisions.put(municipality, town.revision());
    } catch (EmbeddingsFailed failed) {
      notBefore.put(municipality, clock.instant().plus(LATER));
      LOG.warn("town {}: entries' embeddings could not be had: {}", municipality, failed.why());
    }
    known.put(municipality, new EntryEmbeddings(asked, directions));
  }

  private void ask(
      Embeddings asked,
      MunicipalityCode municipality,
      List<FaqEntry> batch,
      Map<String, float[]> directions) {
    List<float[]> given = asked.ofEntries(batch.stream().map(TownEmbeddings::text).toList());
    Map<String, EntryEmbeddingRows.Row> fresh = new LinkedHashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      FaqEntry entry = batch.get(i);
      fresh.put(entry.id(), new EntryEmbeddingRows.Row(fingerprint(entry), given.get(i)));
      directions.put(entry.id(), given.get(i));
    }
    rows.store(municipality, asked.model(), fresh);
  }

  private static String text(FaqEntry entry) {
    String whole = entry.question() + '\n' + entry.answer();
    return whole.substring(0, Math.min(LONGEST, whole.length()));
  }

  private static String fingerprint(FaqEntry entry) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text(entry).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java runtime has SHA-256", missing);
    }
  }
}
