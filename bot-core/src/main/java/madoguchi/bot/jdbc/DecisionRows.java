package madoguchi.bot.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import madoguchi.bot.resolved.ResolvedQuestion;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/** Decisions of staff in their table, sealed with the town's key. */
final class DecisionRows {

  private static final String DECIDE =
      """
      INSERT INTO resolved_question (municipality, id, question, faq_id, decided_by, decided_at)
      VALUES (:municipality, :id, :question, :faqId, :by, :at)
      ON CONFLICT DO NOTHING""";

  private static final String DECIDED =
      """
      SELECT id, question, faq_id, decided_by, decided_at FROM resolved_question
      WHERE municipality = :municipality ORDER BY decided_at DESC, id DESC""";

  private final TownKeys towns;

  DecisionRows(TownKeys towns) {
    this.towns = towns;
  }

  /** False when one about the same thing stands already. */
  boolean decide(Handle handle, ResolvedQuestion decision) {
    MunicipalityCode town = decision.municipality();
    boolean fresh =
        handle
                .createUpdate(DECIDE)
                .bind("municipality", town)
                .bind("id", decision.id())
                .bind(
                    "question",
                    towns.of(town).sealText(decision.question(), place(town, decision.id())))
                .bind("faqId", decision.faqId())
                .bind("by", decision.by())
                .bind("at", decision.at())
                .execute()
            > 0;
    if (fresh) {
      ResolvedRevision.raise(handle, town);
    }
    return fresh;
  }

  /** False when it is gone already. */
  boolean forget(Handle handle, MunicipalityCode municipality, String id) {
    boolean gone =
        handle
                .createUpdate(
                    "DELETE FROM resolved_question WHERE municipality = :municipality AND id = :id")
                .bind("municipality", municipality)
                .bind("id", id)
                .execute()
            > 0;
    if (gone) {
      ResolvedRevision.raise(handle, municipality);
    }
    return gone;
  }

  /** Newest first. */
  List<ResolvedQuestion> all(Handle handle, MunicipalityCode municipality) {
    return handle
        .createQuery(DECIDED)
        .bind("municipality", municipality)
        .map((row, context) -> read(row, municipality))
        .list();
  }

  private ResolvedQuestion read(ResultSet row, MunicipalityCode municipality) throws SQLException {
    String id = row.getString("id");
    return new ResolvedQuestion(
        municipality,
        id,
        towns.of(municipality).openText(row.getBytes("question"), place(municipality, id)),
        row.getString("faq_id"),
        row.getString("decided_by"),
        Database.instant(row, "decided_at"));
  }

  private static String place(MunicipalityCode municipality, String id) {
    return municipality.value() + "\nresolved\n" + id;
  }
}
