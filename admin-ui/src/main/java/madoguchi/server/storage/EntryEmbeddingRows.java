package madoguchi.server.storage;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.TemplateEngine;

/** The directions of each town's entries in the table {@code entry_embedding}. */
public final class EntryEmbeddingRows {

  private static final String CHANGE =
      """
      UPDATE entry_embedding
      SET model = :model, fingerprint = :fingerprint, direction = :direction
      WHERE municipality = :municipality AND entry_id = :id""";

  private static final String ADD =
      """
      INSERT INTO entry_embedding (municipality, entry_id, model, fingerprint, direction)
      VALUES (:municipality, :id, :model, :fingerprint, :direction)
      ON CONFLICT DO NOTHING""";

  private final Jdbi jdbi;

  public EntryEmbeddingRows(Database database) {
    this.jdbi = Jdbi.create(database.dataSource()).setTemplateEngine(TemplateEngine.NOP);
  }

  /**
   * An entry's direction.
   *
   * @param fingerprint of the text that was asked about
   */
  public record Row(String fingerprint, float[] direction) {}

  /** All that a model gave, by the entry's id. */
  public Map<String, Row> all(MunicipalityCode municipality, String model) {
    Map<String, Row> rows = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT entry_id, fingerprint, direction FROM entry_embedding
                    WHERE municipality = :municipality AND model = :model""")
                .bind("municipality", municipality.value())
                .bind("model", model)
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getString("entry_id"),
                            new Row(
                                row.getString("fingerprint"), floats(row.getBytes("direction")))))
                .forEach(entry -> rows.put(entry.getKey(), entry.getValue())));
    return rows;
  }

  /** Stores what a model gave, in place of what was there. */
  public void store(MunicipalityCode municipality, String model, Map<String, Row> rows) {
    jdbi.useTransaction(
        handle ->
            rows.forEach(
                (id, row) -> {
                  if (put(CHANGE, handle, municipality, model, id, row) == 0) {
                    put(ADD, handle, municipality, model, id, row);
                  }
                }));
  }

  private static int put(
      String sql, Handle handle, MunicipalityCode municipality, String model, String id, Row row) {
    return handle
        .createUpdate(sql)
        .bind("municipality", municipality.value())
        .bind("id", id)
        .bind("model", model)
        .bind("fingerprint", row.fingerprint())
        .bind("direction", bytes(row.direction()))
        .execute();
  }

  private static byte[] bytes(float[] direction) {
    ByteBuffer bytes = ByteBuffer.allocate(direction.length * Float.BYTES);
    bytes.asFloatBuffer().put(direction);
    return bytes.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] floats = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(floats);
    return floats;
  }
}
