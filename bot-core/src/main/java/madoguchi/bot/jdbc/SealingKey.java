package madoguchi.bot.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.bot.town.StorableText;

/**
 * A key of 256 bits that seals bytes by AES-GCM (NIST SP 800-38D) with a random nonce of 96 bits.
 * The context, such as whose line it is, is authenticated but not stored: what was sealed for one
 * place cannot be opened in another. A sealed value is a version byte, the nonce, the ciphertext
 * and its tag of 128 bits.
 */
final class SealingKey {

  static final int LENGTH = 32;

  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** To look for one among all providers costs as much as to seal a line. */
  private static final Provider PROVIDER = provider();

  private final SecretKeySpec key;

  SealingKey(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a key must have " + LENGTH + " bytes");
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  static SealingKey random() {
    byte[] bytes = new byte[LENGTH];
    RANDOM.nextBytes(bytes);
    return new SealingKey(bytes);
  }

  byte[] seal(byte[] plain, String context) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java runtime has AES-GCM", missing);
    }
  }

  /**
   * What was sealed.
   *
   * @throws GeneralSecurityException when it was sealed with another key or for another context, or
   *     was altered since
   */
  byte[] open(byte[] sealed, String context) throws GeneralSecurityException {
    if (sealed.length <= NONCE || sealed[0] != VERSION) {
      throw new GeneralSecurityException("not a sealed value of a known version");
    }
    byte[] nonce = new byte[NONCE];
    System.arraycopy(sealed, 1, nonce, 0, NONCE);
    return cipher(Cipher.DECRYPT_MODE, nonce, context)
        .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
  }

  /** Seals words as storage keeps them. */
  byte[] sealText(String words, String context) {
    return seal(StorableText.of(words).getBytes(StandardCharsets.UTF_8), context);
  }

  /**
   * The words again.
   *
   * @throws IllegalStateException when the row was altered or belongs elsewhere
   */
  String openText(byte[] sealed, String context) {
    try {
      return new String(open(sealed, context), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException altered) {
      throw new IllegalStateException("sealed words could not be opened", altered);
    }
  }

  /** Another key, sealed with this one. */
  byte[] wrap(SealingKey other, String context) {
    return seal(other.key.getEncoded(), context);
  }

  /** A key that was wrapped with this one; refuses as {@link #open}. */
  SealingKey unwrap(byte[] wrapped, String context) throws GeneralSecurityException {
    return new SealingKey(open(wrapped, context));
  }

  /** Bytes for another purpose, by HKDF with SHA-256 (RFC 5869): they tell nothing of the key. */
  byte[] derive(String purpose) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), LENGTH));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java runtime from 25 on has HKDF", missing);
    }
  }

  private static Provider provider() {
    try {
      return Cipher.getInstance(CIPHER).getProvider();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java runtime has AES-GCM", missing);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER, PROVIDER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
