package madoguchi.staff.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.staff.account.Login.Result;
import org.junit.jupiter.api.Test;

/** Who is let in, and who has to wait. */
class LoginTest {

  private static final MunicipalityCode TOWN = new MunicipalityCode("demo");
  private static final String PASSWORD = "correct horse";

  private final Passwords passwords = new Passwords(4);
  private final Login login = login();

  private Login login() {
    InMemoryMunicipalities towns = new InMemoryMunicipalities();
    towns.store(new Municipality(TOWN, "あおば野市", "0", "", List.of(), Map.of()));
    return new Login(
        towns,
        new OneAccount(passwords.hash(PASSWORD)),
        new NoSessions(),
        passwords,
        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  @Test
  void letsInWhoKnowsThePassword() {
    assertThat(attempt("admin", PASSWORD, "a")).isInstanceOf(Result.Welcome.class);
    assertThat(attempt("admin", "wrong horse", "a")).isInstanceOf(Result.Refused.class);
    assertThat(attempt("nobody", PASSWORD, "a")).isInstanceOf(Result.Refused.class);
    assertThat(login.attempt("other", "admin", PASSWORD, "a")).isInstanceOf(Result.Refused.class);
  }

  @Test
  void nobodyLocksAnAccountFromOneAddress() {
    for (int i = 0; i < 300; i++) {
      attempt("admin", "wrong horse", "a");
    }
    assertThat(attempt("admin", PASSWORD, "a")).isInstanceOf(Result.Later.class);
    assertThat(attempt("admin", PASSWORD, "b")).isInstanceOf(Result.Welcome.class);
  }

  @Test
  void aWholeTownHallComesInFromOneAddress() {
    for (int i = 0; i < 120; i++) {
      assertThat(attempt("admin", PASSWORD, "a")).isInstanceOf(Result.Welcome.class);
    }
  }

  @Test
  void oneAddressCannotTryManyAccounts() {
    for (int i = 0; i < 50; i++) {
      assertThat(attempt("user" + i, "wrong horse", "a")).isInstanceOf(Result.Refused.class);
    }
    assertThat(attempt("user50", "wrong horse", "a")).isInstanceOf(Result.Later.class);
  }

  @Test
  void namesBeyondAllBoundsAreCountedAsOne() {
    for (int i = 0; i < 5; i++) {
      attempt("x".repeat(1_000) + i, "wrong horse", "a");
    }
    assertThat(attempt("x".repeat(1_000_000), "wrong horse", "a")).isInstanceOf(Result.Later.class);
  }

  private Result attempt(String username, String password, String address) {
    return login.attempt("demo", username, password, address);
  }

  /** Knows one member of the staff. */
  private record OneAccount(String hash) implements StaffAccounts {

    @Override
    public Optional<String> passwordHash(MunicipalityCode municipality, String username) {
      return username.equals("admin") && municipality.equals(TOWN)
          ? Optional.of(hash)
          : Optional.empty();
    }

    @Override
    public void store(StaffMember member, String passwordHash, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean any(MunicipalityCode municipality) {
      return true;
    }
  }

  /** Opens sessions that nobody will use. */
  private static final class NoSessions implements StaffSessions {

    @Override
    public String open(StaffMember member, Instant now) {
      return "session";
    }

    @Override
    public Optional<StaffMember> find(MunicipalityCode municipality, String id, Instant now) {
      return Optional.empty();
    }

    @Override
    public void close(MunicipalityCode municipality, String id) {}
  }
}
