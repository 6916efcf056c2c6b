package madoguchi.bot.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import madoguchi.knowledge.faq.Audience;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.faq.Provenance;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.statement.PreparedBatch;

/** An entry as a row of {@code faq_entry}. */
final class FaqEntryRow {

  static final String ADD =
      """
      INSERT INTO faq_entry
        (municipality, id, question, phrasings, answer, category, department, source_url,
         valid_from, valid_until, state, audience, language, pack, pack_version,
         pack_fingerprint, legal_basis, confirmed_on)
      VALUES (:municipality, :id, :question, :phrasings, :answer, :category, :department,
         :sourceUrl, :validFrom, :validUntil, :state, :audience, :language, :pack, :packVersion,
         :packFingerprint, :legalBasis, :confirmedOn)""";

  static final String CHANGE =
      """
      UPDATE faq_entry
      SET question = :question, phrasings = :phrasings, answer = :answer, category = :category,
        department = :department, source_url = :sourceUrl, valid_from = :validFrom,
        valid_until = :validUntil, state = :state, audience = :audience, language = :language,
        pack = :pack, pack_version = :packVersion,
        pack_fingerprint = :packFingerprint, legal_basis = :legalBasis,
        confirmed_on = :confirmedOn
      WHERE municipality = :municipality AND id = :id""";

  private FaqEntryRow() {}

  static PreparedBatch bind(PreparedBatch batch, MunicipalityCode municipality, FaqEntry entry) {
    Provenance provenance = entry.provenance();
    return batch
        .bind("municipality", municipality)
        .bind("id", entry.id())
        .bind("question", entry.question())
        .bind("phrasings", Json.MAPPER.writeValueAsString(entry.phrasings()))
        .bind("answer", entry.answer())
        .bind("category", entry.category())
        .bind("department", entry.department())
        .bind("sourceUrl", entry.sourceUrl())
        .bind("validFrom", entry.validFrom())
        .bind("validUntil", entry.validUntil())
        .bind("state", entry.state().name())
        .bind("audience", entry.audience().name())
        .bind("language", entry.language())
        .bind("pack", provenance.pack())
        .bind("packVersion", provenance.packVersion())
        .bind("packFingerprint", provenance.packFingerprint())
        .bind("legalBasis", provenance.legalBasis())
        .bind("confirmedOn", provenance.confirmedOn());
  }

  static FaqEntry read(ResultSet row) throws SQLException {
    return new FaqEntry(
        row.getString("id"),
        row.getString("question"),
        List.of(Json.MAPPER.readValue(row.getString("phrasings"), String[].class)),
        row.getString("answer"),
        row.getString("category"),
        row.getString("department"),
        row.getString("source_url"),
        Database.day(row, "valid_from"),
        Database.day(row, "valid_until"),
        FaqState.valueOf(row.getString("state")),
        Audience.valueOf(row.getString("audience")),
        row.getString("language"),
        new Provenance(
            row.getString("pack"),
            row.getString("pack_version"),
            row.getString("pack_fingerprint"),
            row.getString("legal_basis"),
            Database.day(row, "confirmed_on")));
  }
}
