package madoguchi.bot.jdbc;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import madoguchi.bot.town.StorableText;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqSnapshot;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The catalog in the database; every stored entry leaves a line in the audit. */
final class JdbcFaqCatalog implements FaqCatalog {

  private static final String BEGIN =
      """
      INSERT INTO faq_catalog (municipality, revision) VALUES (:municipality, 0)
      ON CONFLICT DO NOTHING""";

  private static final String RAISE =
      "UPDATE faq_catalog SET revision = revision + 1 WHERE municipality = :municipality";

  private static final String REVISION =
      "SELECT revision FROM faq_catalog WHERE municipality = :municipality";

  /** One statement, so that revision and entries are of one moment. */
  private static final String SNAPSHOT =
      """
      SELECT c.revision, e.* FROM faq_catalog c
      LEFT JOIN faq_entry e ON e.municipality = c.municipality
      WHERE c.municipality = :municipality""";

  private final Jdbi jdbi;
  private final Clock clock;

  JdbcFaqCatalog(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public long revision(MunicipalityCode municipality) {
    return jdbi.withHandle(handle -> revision(handle, municipality));
  }

  private static long revision(Handle handle, MunicipalityCode municipality) {
    return handle
        .createQuery(REVISION)
        .bind("municipality", municipality)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  private record Row(long revision, Optional<FaqEntry> entry) {}

  @Override
  public FaqSnapshot snapshot(MunicipalityCode municipality) {
    List<Row> rows =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(SNAPSHOT)
                    .bind("municipality", municipality)
                    .map(
                        (row, context) ->
                            new Row(
                                row.getLong("revision"),
                                row.getString("id") == null
                                    ? Optional.empty()
                                    : Optional.of(FaqEntryRow.read(row))))
                    .list());
    return new FaqSnapshot(
        rows.stream().mapToLong(Row::revision).findFirst().orElse(0),
        rows.stream()
            .flatMap(row -> row.entry.stream())
            // Sorted here: databases differ in how they order text.
            .sorted(Comparator.comparing(FaqEntry::id))
            .toList());
  }

  @Override
  public Optional<FaqEntry> find(MunicipalityCode municipality, String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM faq_entry WHERE municipality = :municipality AND id = :id")
                .bind("municipality", municipality)
                .bind("id", id)
                .map((row, context) -> FaqEntryRow.read(row))
                .findOne());
  }

  @Override
  public long store(MunicipalityCode municipality, Collection<FaqEntry> entries, String actor) {
    return jdbi.inTransaction(
        handle -> {
          handle.createUpdate(BEGIN).bind("municipality", municipality).execute();
          // The lock on the revision keeps others from storing at the same time.
          handle.createUpdate(RAISE).bind("municipality", municipality).execute();
          write(handle, municipality, entries, actor);
          return revision(handle, municipality);
        });
  }

  @Override
  public OptionalLong storeAt(
      MunicipalityCode municipality, long revision, Collection<FaqEntry> entries, String actor) {
    return jdbi.inTransaction(
        handle -> {
          handle.createUpdate(BEGIN).bind("municipality", municipality).execute();
          int raised =
              handle
                  .createUpdate(RAISE + " AND revision = :revision")
                  .bind("municipality", municipality)
                  .bind("revision", revision)
                  .execute();
          if (raised == 0) {
            return OptionalLong.empty();
          }
          write(handle, municipality, entries, actor);
          return OptionalLong.of(revision + 1);
        });
  }

  private void write(
      Handle handle, MunicipalityCode municipality, Collection<FaqEntry> entries, String actor) {
    Map<String, FaqEntry> latest = new LinkedHashMap<>();
    entries.forEach(entry -> latest.put(StorableText.of(entry.id()), entry));
    write(handle, municipality, latest);
    AuditRows.add(handle, municipality, clock.instant(), actor, "faq.stored", latest.keySet());
  }

  private static void write(
      Handle handle, MunicipalityCode municipality, Map<String, FaqEntry> entries) {
    Set<String> known =
        new HashSet<>(
            handle
                .createQuery("SELECT id FROM faq_entry WHERE municipality = :municipality")
                .bind("municipality", municipality)
                .mapTo(String.class)
                .list());
    PreparedBatch changed = handle.prepareBatch(FaqEntryRow.CHANGE);
    PreparedBatch added = handle.prepareBatch(FaqEntryRow.ADD);
    entries.forEach(
        (id, entry) ->
            FaqEntryRow.bind(known.contains(id) ? changed : added, municipality, entry).add());
    changed.execute();
    added.execute();
  }
}
