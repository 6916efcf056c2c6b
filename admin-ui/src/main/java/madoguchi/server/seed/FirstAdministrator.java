package madoguchi.server.seed;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.settings.Problem;
import madoguchi.staff.account.Passwords;
import madoguchi.staff.account.StaffAccounts;
import madoguchi.staff.account.StaffMember;

/** The account by which a town's staff come in for the first time. */
public final class FirstAdministrator {

  public static final String USERNAME = "admin";

  /** Without letters that are mistaken for each other when they are read aloud or copied. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final StaffAccounts accounts;
  private final Passwords passwords;
  private final Clock clock;

  public FirstAdministrator(StaffAccounts accounts, Passwords passwords, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * Makes the account when the town has none.
   *
   * @param chosen the password; blank: one is made up
   * @return the password when the account was made now
   */
  public Optional<String> appoint(MunicipalityCode municipality, String chosen) {
    return accounts.any(municipality)
        ? Optional.empty()
        : Optional.of(setPassword(municipality, chosen));
  }

  /**
   * Gives the account a new password and makes it when it is missing; ends its sessions.
   *
   * @param chosen the password; blank: one is made up
   * @throws Problem when the chosen one is too short or too long
   */
  public String setPassword(MunicipalityCode municipality, String chosen) {
    String password = chosen.isBlank() ? madeUp() : chosen;
    if (Passwords.fault(password).isPresent()) {
      throw Problem.badInput(
          "管理者のパスワード（MADOGUCHI_ADMIN_PASSWORD）は、10文字以上、72バイト以内にしてください。",
          "The administrator's password must have 10 characters or more and 72 bytes or less.");
    }
    accounts.store(
        new StaffMember(municipality, USERNAME), passwords.hash(password), clock.instant());
    return password;
  }

  /** Four groups of five letters: 99 bits. */
  private static String madeUp() {
    return IntStream.range(0, 4)
        .mapToObj(
            group ->
                RANDOM
                    .ints(5, 0, LETTERS.length())
                    .mapToObj(letter -> String.valueOf(LETTERS.charAt(letter)))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("-"));
  }
}
