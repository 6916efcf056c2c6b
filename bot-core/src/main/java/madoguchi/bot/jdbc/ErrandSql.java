package madoguchi.bot.jdbc;

/** The statements about errands. */
final class ErrandSql {

  static final String ADD =
      """
      INSERT INTO errand
        (municipality, id, kind, conversation_id, epoch, created_at, next_at, expires_at, payload,
         state, attempts, note, mentions)
      VALUES (:municipality, :id, :kind, :conversationId, :epoch, :createdAt, :nextAt, :expiresAt,
         :payload, :state, :attempts, :note, :mentions)
      ON CONFLICT DO NOTHING""";

  static final String COLUMNS =
      """
      SELECT municipality, id, kind, conversation_id, epoch, created_at, next_at, expires_at,
        payload, state, attempts, note
      FROM errand WHERE municipality = :municipality AND\s""";

  private static final String OF_THE_LIVING =
      """
      (conversation_id = '' OR EXISTS (SELECT 1 FROM conversation c
        WHERE c.municipality = errand.municipality AND c.id = errand.conversation_id))""";

  static final String DUE =
      in("READY", "next_at <= :now AND payload IS NOT NULL")
          + " UNION ALL "
          + in("TRYING", "next_at <= :now AND payload IS NOT NULL")
          + " ORDER BY next_at, id LIMIT :limit";

  static final String TROUBLED =
      in("GIVEN_UP", OF_THE_LIVING)
          + " UNION ALL "
          + in("AMBIGUOUS", OF_THE_LIVING)
          + " UNION ALL "
          + in("TRYING", "note <> '' AND " + OF_THE_LIVING)
          + " ORDER BY created_at DESC, id DESC LIMIT :limit";

  static final String OPEN =
      """
      WHERE municipality = :municipality AND id = :id AND attempts = :attempts
        AND state IN ('READY', 'TRYING') AND payload IS NOT NULL""";

  static final String CURRENT =
      """
      EXISTS (SELECT 1 FROM conversation c
        WHERE c.municipality = errand.municipality AND c.id = errand.conversation_id
          AND c.epoch = errand.epoch)""";

  static final String BEGIN =
      "UPDATE errand SET state = 'TRYING', attempts = attempts + 1, next_at = :until "
          + OPEN
          + " AND (epoch = 0 OR "
          + CURRENT
          + ")";

  static final String CANCEL =
      "UPDATE errand SET state = 'CANCELLED', payload = NULL "
          + OPEN
          + " AND epoch <> 0 AND NOT "
          + CURRENT;

  static final String SETTLE =
      """
      UPDATE errand SET state = :state, note = :note, next_at = :next,
        payload = CASE WHEN :ended THEN NULL ELSE payload END
      WHERE municipality = :municipality AND id = :id AND attempts = :attempts
        AND state = 'TRYING'""";

  static final String MENTIONING =
      """
      kind = :kind AND state IN ('READY', 'TRYING') AND payload IS NOT NULL
        AND POSITION(:mention IN mentions) > 0
      ORDER BY id FOR UPDATE""";

  static final String AMEND =
      """
      UPDATE errand SET payload = :payload, state = :state
      WHERE municipality = :municipality AND id = :id""";

  static final String FORGET =
      """
      DELETE FROM errand WHERE municipality = :municipality AND created_at < :before
        AND state NOT IN ('READY', 'TRYING')""";

  private ErrandSql() {}

  /** In one state: for a list of them H2 reads every row of the kind, settled or not. */
  private static String in(String state, String condition) {
    return COLUMNS + "kind = :kind AND state = '" + state + "' AND " + condition;
  }
}
