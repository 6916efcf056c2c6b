package madoguchi.bot.attachment;

import java.time.Instant;
import madoguchi.municipality.MunicipalityCode;

/**
 * Something that a resident attached; its bytes, of that length, are read apart.
 *
 * @param id of the message it came with
 * @param mediaType as its bytes look, whatever the sender says; empty until it is here
 */
public record Attachment(
    MunicipalityCode municipality,
    String conversationId,
    String id,
    String kind,
    String name,
    String mediaType,
    long length,
    AttachmentState state,
    Instant sentAt,
    Instant expiresAt) {

  public static Attachment awaited(
      MunicipalityCode municipality,
      String conversationId,
      String id,
      String kind,
      String name,
      Instant sentAt,
      Instant expiresAt) {
    return new Attachment(
        municipality,
        conversationId,
        id,
        kind,
        name,
        "",
        0,
        AttachmentState.AWAITED,
        sentAt,
        expiresAt);
  }

  /** The same attachment, further on. */
  public Attachment now(AttachmentState next, String type, long bytes) {
    return new Attachment(
        municipality, conversationId, id, kind, name, type, bytes, next, sentAt, expiresAt);
  }
}
