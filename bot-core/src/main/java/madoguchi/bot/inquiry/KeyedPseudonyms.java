package madoguchi.bot.inquiry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.municipality.MunicipalityCode;

/** Pseudonyms by HMAC-SHA256 (RFC 2104) under a key of the town. */
public final class KeyedPseudonyms implements Pseudonyms {

  private final Function<MunicipalityCode, byte[]> keys;

  /**
   * With the town's secret keys.
   *
   * @param keys gives at least 32 secret bytes for each town, the same ones always
   */
  public KeyedPseudonyms(Function<MunicipalityCode, byte[]> keys) {
    this.keys = keys;
  }

  @Override
  public Citizen citizen(MunicipalityCode municipality, String channel, String rawId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys.apply(municipality), "HmacSHA256"));
      mac.update((channel + '\n').getBytes(StandardCharsets.UTF_8));
      byte[] hash = mac.doFinal(rawId.getBytes(StandardCharsets.UTF_8));
      return new Citizen(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", missing);
    }
  }
}
