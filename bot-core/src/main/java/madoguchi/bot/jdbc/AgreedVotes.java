package madoguchi.bot.jdbc;

import java.util.ArrayList;
import java.util.List;
import madoguchi.bot.resolved.Agreed;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/** What residents agree on, worked out from the votes that live. */
final class AgreedVotes {

  private static final String LIKE =
      " AND v.useful AND v.same_as = :sameAs AND v.faq_id = :faqId"
          + " ORDER BY v.voted_at, v.conversation_id, v.number LIMIT 1";

  private static final String AGREED =
      """
      SELECT v.same_as, v.faq_id, COUNT(DISTINCT v.conversation_id) AS conversations FROM vote v
      JOIN conversation_key k
        ON k.municipality = v.municipality AND k.conversation_id = v.conversation_id
      WHERE v.municipality = :municipality AND v.useful AND NOT v.settled
      GROUP BY v.same_as, v.faq_id
      HAVING COUNT(DISTINCT v.conversation_id) >= :least
      ORDER BY v.same_as, v.faq_id""";

  private final VoteRows votes;

  private record Group(String sameAs, String faqId, int conversations) {}

  AgreedVotes(VoteRows votes) {
    this.votes = votes;
  }

  /** What so many conversations agree on. */
  List<Agreed> of(Handle handle, MunicipalityCode municipality, int conversations) {
    List<Group> groups =
        handle
            .createQuery(AGREED)
            .bind("municipality", municipality)
            .bind("least", conversations)
            .map((row, context) -> new Group(row.getString(1), row.getString(2), row.getInt(3)))
            .list();
    List<Agreed> agreed = new ArrayList<>();
    for (Group group : groups) {
      handle
          .createQuery(VoteRows.OPEN + LIKE)
          .bind("municipality", municipality)
          .bind("sameAs", group.sameAs)
          .bind("faqId", group.faqId)
          .map((row, context) -> votes.read(row, municipality))
          .findOne()
          .map(first -> new Agreed(first.question(), first.faqId(), group.conversations))
          .ifPresent(agreed::add);
    }
    return agreed;
  }
}
