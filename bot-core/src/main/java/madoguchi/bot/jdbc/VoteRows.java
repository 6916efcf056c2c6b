package madoguchi.bot.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.bot.resolved.Vote;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;

/** Votes in their table. A vote whose conversation's key is gone does not count. */
final class VoteRows {

  private static final String ADD =
      """
      INSERT INTO vote (municipality, conversation_id, number, asked_in, question, same_as, faq_id,
        useful, voted_at, settled)
      VALUES (:municipality, :conversationId, :number, :askedIn, :question, :sameAs, :faqId,
        :useful, :at, FALSE)
      ON CONFLICT DO NOTHING""";

  /** The same vote again leaves it settled; another opinion is to be looked at again. */
  private static final String CHANGE =
      """
      UPDATE vote SET settled = settled AND useful = :useful, useful = :useful, voted_at = :at
      WHERE municipality = :municipality AND conversation_id = :conversationId
        AND number = :number""";

  /** Votes that nobody has settled, each with its conversation's key. */
  static final String OPEN =
      """
      SELECT v.*, k.wrapped FROM vote v
      JOIN conversation_key k
        ON k.municipality = v.municipality AND k.conversation_id = v.conversation_id
      WHERE v.municipality = :municipality AND NOT v.settled""";

  private static final String NEWEST =
      " ORDER BY v.voted_at DESC, v.conversation_id DESC, v.number DESC LIMIT :limit";

  private static final String ONE =
      " AND v.conversation_id = :conversationId AND v.number = :number";

  private static final String COUNT =
      """
      SELECT COUNT(DISTINCT conversation_id) FROM vote
      WHERE municipality = :municipality AND same_as = :sameAs AND faq_id = :faqId
        AND useful AND NOT settled""";

  /** One conversation alone agrees with nobody. */
  private static final int MATTERING = 2;

  private final TownKeys towns;
  private final ConversationKeys keys;

  VoteRows(TownKeys towns, ConversationKeys keys) {
    this.towns = towns;
    this.keys = keys;
  }

  /**
   * Stores it, unless the conversation is erased or its question taken back; true when what
   * residents agree on may change.
   */
  boolean store(Handle handle, Vote vote) {
    if (ConversationLock.take(handle, vote.municipality(), vote.conversationId()).isEmpty()
        || TakenBack.was(handle, vote.municipality(), vote.conversationId(), vote.askedIn())) {
      return false;
    }
    ConversationKey key = keys.obtain(handle, vote.municipality(), vote.conversationId());
    int changed = 0;
    for (String sql : List.of(CHANGE, ADD)) {
      if (changed == 0) {
        var update =
            handle
                .createUpdate(sql)
                .bind("municipality", vote.municipality())
                .bind("conversationId", vote.conversationId())
                .bind("number", vote.number())
                .bind("useful", vote.useful())
                .bind("at", vote.at());
        if (sql.equals(ADD)) {
          update
              .bind("askedIn", vote.askedIn())
              .bind("question", key.seal(kind(vote.number()), vote.question()))
              .bind("sameAs", hidden(vote))
              .bind("faqId", vote.faqId());
        }
        changed = update.execute();
      }
    }
    return changed > 0 && others(handle, vote) >= MATTERING;
  }

  private int others(Handle handle, Vote vote) {
    return handle
        .createQuery(COUNT)
        .bind("municipality", vote.municipality())
        .bind("sameAs", hidden(vote))
        .bind("faqId", vote.faqId())
        .mapTo(Integer.class)
        .one();
  }

  List<Vote> open(Handle handle, MunicipalityCode municipality, int limit) {
    return handle
        .createQuery(OPEN + NEWEST)
        .bind("municipality", municipality)
        .bind("limit", limit)
        .map((row, context) -> read(row, municipality))
        .list();
  }

  Optional<Vote> open(
      Handle handle, MunicipalityCode municipality, String conversationId, long number) {
    return handle
        .createQuery(OPEN + ONE)
        .bind("municipality", municipality)
        .bind("conversationId", conversationId)
        .bind("number", number)
        .map((row, context) -> read(row, municipality))
        .findOne();
  }

  /** A row of {@link #OPEN}. */
  Vote read(ResultSet row, MunicipalityCode municipality) throws SQLException {
    String conversationId = row.getString("conversation_id");
    long number = row.getLong("number");
    return new Vote(
        municipality,
        conversationId,
        number,
        row.getString("asked_in"),
        keys.unwrap(new Place(municipality, conversationId), row.getBytes("wrapped"))
            .open(kind(number), row.getBytes("question")),
        "",
        row.getString("faq_id"),
        row.getBoolean("useful"),
        Database.instant(row, "voted_at"));
  }

  /** Equal for like questions of one town, and nothing to anybody without its key. */
  private String hidden(Vote vote) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = towns.of(vote.municipality()).derive("like questions");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(vote.sameAs().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", missing);
    }
  }

  private static String kind(long number) {
    return "vote " + number;
  }
}
