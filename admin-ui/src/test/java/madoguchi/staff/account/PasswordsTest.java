package madoguchi.staff.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which passwords are taken, and how they are kept. */
class PasswordsTest {

  private final Passwords passwords = new Passwords(4);

  @Test
  void refusesWhatIsTooShortOrCutOff() {
    assertThat(Passwords.fault("123456789")).contains("password.too-short");
    assertThat(Passwords.fault("1234567890")).isEmpty();
    // Ten characters, however many units of Java they take.
    assertThat(Passwords.fault("😀".repeat(9))).contains("password.too-short");
    assertThat(Passwords.fault("😀".repeat(10))).isEmpty();
    assertThat(Passwords.fault("a".repeat(72))).isEmpty();
    assertThat(Passwords.fault("a".repeat(73))).contains("password.too-long");
    assertThat(Passwords.fault("ひ".repeat(25))).contains("password.too-long");
  }

  @Test
  void matchesThePasswordOnly() {
    Optional<String> hash = Optional.of(passwords.hash("ただしい-password"));
    assertThat(passwords.matches("ただしい-password", hash)).isTrue();
    assertThat(passwords.matches("ただしい-Password", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
    assertThat(passwords.matches("ただしい-password", Optional.empty())).isFalse();
  }

  @Test
  void takesNothingBeyondWhatBcryptReads() {
    String longest = "a".repeat(72);
    Optional<String> hash = Optional.of(passwords.hash(longest));
    assertThat(passwords.matches(longest, hash)).isTrue();
    assertThat(passwords.matches(longest + "b", hash)).isFalse();
  }

  @Test
  void keepsNoPasswordTwiceAlike() {
    assertThat(passwords.hash("1234567890"))
        .isNotEqualTo(passwords.hash("1234567890"))
        .startsWith("$2a$04$")
        .doesNotContain("1234567890");
  }
}
