package madoguchi.bot.jdbc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.bot.town.StorableText;
import org.jspecify.annotations.Nullable;

/** The key of one conversation: seals its words, each for its own place. */
final class ConversationKey {

  /** Longer words are deflated first: H2 keeps no more than 1,048,576 bytes in a column. */
  private static final int LONG = 8_192;

  private static final byte PLAIN = 0;
  private static final byte DEFLATED = 1;

  private final SealingKey key;
  private final String place;
  private volatile @Nullable SecretKeySpec fingerprints;

  ConversationKey(Place place, SealingKey key) {
    this.key = key;
    this.place = place(place);
  }

  /** The context of whatever is sealed for this conversation. */
  static String place(Place of) {
    return of.municipality().value() + '\n' + of.conversationId() + '\n';
  }

  /**
   * Seals words.
   *
   * @param kind the column and row they are meant for
   */
  byte[] seal(String kind, String words) {
    byte[] bytes = StorableText.of(words).getBytes(StandardCharsets.UTF_8);
    boolean deflate = bytes.length > LONG;
    byte[] packed = deflate ? deflate(bytes) : bytes;
    byte[] plain = new byte[1 + packed.length];
    plain[0] = deflate ? DEFLATED : PLAIN;
    System.arraycopy(packed, 0, plain, 1, packed.length);
    return key.seal(plain, place + kind);
  }

  /**
   * The words again.
   *
   * @throws IllegalStateException when the row was altered or belongs elsewhere
   */
  String open(String kind, byte[] sealed) {
    try {
      byte[] plain = key.open(sealed, place + kind);
      return plain[0] == DEFLATED
          ? new String(inflate(plain), StandardCharsets.UTF_8)
          : new String(plain, 1, plain.length - 1, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | DataFormatException altered) {
      throw new IllegalStateException("sealed words could not be opened: " + kind, altered);
    }
  }

  /** Seals bytes as they are. */
  byte[] sealBytes(String kind, byte[] bytes) {
    return key.seal(bytes, place + kind);
  }

  /**
   * The bytes again.
   *
   * @throws IllegalStateException when the row was altered or belongs elsewhere
   */
  byte[] openBytes(String kind, byte[] sealed) {
    try {
      return key.open(sealed, place + kind);
    } catch (GeneralSecurityException altered) {
      throw new IllegalStateException("sealed bytes could not be opened: " + kind, altered);
    }
  }

  /** The same for the same words in this conversation, and nothing to anybody without its key. */
  byte[] fingerprint(String words) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(fingerprints());
      return mac.doFinal(StorableText.of(words).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", missing);
    }
  }

  /** Worked out once: a resident rarely writes only once. */
  private SecretKeySpec fingerprints() {
    SecretKeySpec known = fingerprints;
    if (known == null) {
      known = new SecretKeySpec(key.derive("fingerprint"), "HmacSHA256");
      fingerprints = known;
    }
    return known;
  }

  private static byte[] deflate(byte[] bytes) {
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
      byte[] buffer = new byte[LONG];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static byte[] inflate(byte[] plain) throws DataFormatException {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(plain, 1, plain.length - 1);
      ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length * 4);
      byte[] buffer = new byte[LONG];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        if (read == 0 && inflater.needsInput()) {
          throw new DataFormatException("cut short");
        }
        out.write(buffer, 0, read);
      }
      return out.toByteArray();
    }
  }
}
