package madoguchi.server.storage;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.TemplateEngine;

/** The learned vectors of each town in the table {@code word_vectors}. */
public final class WordVectorRows {

  private final Jdbi jdbi;
  private final Clock clock;

  public WordVectorRows(Database database, Clock clock) {
    this.jdbi = Jdbi.create(database.dataSource()).setTemplateEngine(TemplateEngine.NOP);
    this.clock = clock;
  }

  /**
   * A town's vectors.
   *
   * @param revision of the catalog that they were learned from
   */
  public record Row(long revision, byte[] vectors) {}

  /** From which revision the stored ones were learned; cheap, for it is asked once a second. */
  public Optional<Long> revision(MunicipalityCode municipality) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT revision FROM word_vectors WHERE municipality = :municipality")
                .bind("municipality", municipality.value())
                .mapTo(Long.class)
                .findOne());
  }

  public Optional<Row> find(MunicipalityCode municipality) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT revision, vectors FROM word_vectors"
                        + " WHERE municipality = :municipality")
                .bind("municipality", municipality.value())
                .map((row, context) -> new Row(row.getLong("revision"), row.getBytes("vectors")))
                .findOne());
  }

  /** Stores them unless some of a later revision are there. */
  public void store(MunicipalityCode municipality, Row row) {
    jdbi.useTransaction(
        handle -> {
          int updated =
              bound(
                      handle.createUpdate(
                          "UPDATE word_vectors SET revision = :revision, learned_at = :now,"
                              + " vectors = :vectors WHERE municipality = :municipality"
                              + " AND revision <= :revision"),
                      municipality,
                      row)
                  .execute();
          if (updated == 0) {
            bound(
                    handle.createUpdate(
                        "INSERT INTO word_vectors (municipality, revision, learned_at, vectors)"
                            + " VALUES (:municipality, :revision, :now, :vectors)"
                            + " ON CONFLICT DO NOTHING"),
                    municipality,
                    row)
                .execute();
          }
        });
  }

  private <S extends SqlStatement<S>> S bound(S statement, MunicipalityCode municipality, Row row) {
    return statement
        .bind("municipality", municipality.value())
        .bind("revision", row.revision())
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .bind("vectors", row.vectors());
  }
}
