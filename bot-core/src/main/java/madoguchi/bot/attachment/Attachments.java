package madoguchi.bot.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;

/**
 * What residents attached, encrypted with the conversation's key: erasing the conversation destroys
 * it, and taking the message back does too.
 */
public interface Attachments {

  /** In bytes: so much is read, sealed and stored at a time. */
  int PART = 256 * 1024;

  /** Notes that one is to come; nothing when it is known or its conversation was erased. */
  void expect(Attachment attachment);

  /**
   * Stores the bytes of one that is awaited, all or nothing; nothing when it is no longer awaited.
   *
   * @param mediaType as its bytes look
   * @throws IOException when they cannot be read
   */
  void store(Attachment attachment, String mediaType, InputStream bytes) throws IOException;

  /** Notes that one that is awaited will not come. */
  void fail(Attachment attachment, AttachmentState why);

  /** Those of a conversation, in the order in which they were sent. */
  List<Attachment> of(MunicipalityCode municipality, String conversationId);

  /** By id; empty once erased, taken back or expired. */
  Optional<Attachment> find(MunicipalityCode municipality, String conversationId, String id);

  /**
   * The next bytes of one that is stored: up to {@link #PART} at a time, numbered from 0; empty
   * after the last, and from then on when it is erased, taken back or expired meanwhile.
   */
  Optional<byte[]> part(Attachment attachment, int number);

  /** Deletes those that have expired; returns how many. */
  int expire(MunicipalityCode municipality, Instant now);
}
