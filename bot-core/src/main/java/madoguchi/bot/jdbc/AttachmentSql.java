package madoguchi.bot.jdbc;

/** The statements about attachments. */
final class AttachmentSql {

  static final String ADD =
      """
      INSERT INTO attachment
        (municipality, conversation_id, id, kind, name, media_type, length, state, sent_at,
         expires_at)
      VALUES (:municipality, :conversationId, :id, :kind, :name, '', 0, 'AWAITED', :sentAt,
         :expiresAt)
      ON CONFLICT DO NOTHING""";

  static final String ONE =
      " WHERE municipality = :municipality AND conversation_id = :conversationId AND id = :id ";

  static final String MOVE =
      "UPDATE attachment SET state = :state, media_type = :mediaType"
          + ONE
          + "AND state = 'AWAITED'";

  static final String ADD_PART =
      """
      INSERT INTO attachment_part (municipality, conversation_id, id, number, content)
      VALUES (:municipality, :conversationId, :id, :number, :content)""";

  static final String COLUMNS =
      """
      SELECT municipality, conversation_id, id, kind, name, media_type, length, state, sent_at,
        expires_at
      FROM attachment\s""";

  static final String OF =
      """
      WHERE municipality = :municipality AND conversation_id = :conversationId
      ORDER BY sent_at, id""";

  static final String CONTENT =
      "SELECT content FROM attachment_part" + ONE + "AND number = :number";

  private AttachmentSql() {}
}
