package madoguchi.bot.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

class KeyedPseudonymsTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final MunicipalityCode OTHER = new MunicipalityCode("other");

  private final Pseudonyms pseudonyms =
      new KeyedPseudonyms(
          town ->
              (town.equals(DEMO)
                      ? "0123456789abcdef0123456789ABCDEF"
                      : "another secret of another town..")
                  .getBytes(StandardCharsets.US_ASCII));

  @Test
  void isTheHmacOfChannelAndIdUnderTheTownsKey() {
    // printf 'line\nU1' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789ABCDEF
    assertThat(pseudonyms.citizen(DEMO, "line", "U1").key())
        .isEqualTo("XXBKOwaKx-7QygQE6UK0mWJ2AfsymEh01EVIFfWRrv4");
  }

  @Test
  void differsByTownChannelAndId() {
    Citizen citizen = pseudonyms.citizen(DEMO, "line", "U1");
    assertThat(pseudonyms.citizen(DEMO, "line", "U1")).isEqualTo(citizen);
    assertThat(pseudonyms.citizen(OTHER, "line", "U1")).isNotEqualTo(citizen);
    assertThat(pseudonyms.citizen(DEMO, "web", "U1")).isNotEqualTo(citizen);
    assertThat(pseudonyms.citizen(DEMO, "line", "U2")).isNotEqualTo(citizen);
  }

  @Test
  void fitsIntoAnAddress() {
    for (int i = 0; i < 100; i++) {
      assertThat(pseudonyms.citizen(DEMO, "web", "citizen " + i).key()).matches("[\\w-]{43}");
    }
  }
}
