package madoguchi.staff.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import madoguchi.bot.town.Municipalities;
import madoguchi.municipality.MunicipalityCode;

/** Lets members of the staff in. Says the same, as slowly, whatever was wrong. */
public final class Login {

  /** Failures within a quarter of an hour: of one account from one address. */
  private static final int PER_ACCOUNT_AND_ADDRESS = 5;

  /** From one address, which may be that of a whole town hall. */
  private static final int PER_ADDRESS = 50;

  /** Of one account from anywhere: high, for else anybody could lock it. */
  private static final int PER_ACCOUNT = 200;

  private static final int LONGEST_NAME = 64;

  private final Municipalities municipalities;
  private final StaffAccounts accounts;
  private final StaffSessions sessions;
  private final Passwords passwords;
  private final LoginThrottle throttle;
  private final Clock clock;

  public Login(
      Municipalities municipalities,
      StaffAccounts accounts,
      StaffSessions sessions,
      Passwords passwords,
      Clock clock) {
    this.municipalities = municipalities;
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.throttle = new LoginThrottle(clock);
    this.clock = clock;
  }

  /** How an attempt ended. */
  sealed interface Result {

    /** Let in; the session's id. */
    record Welcome(StaffMember member, String sessionId) implements Result {}

    /** Name or password is wrong. */
    record Refused() implements Result {}

    /** Too many failures; nothing was checked. */
    record Later(Duration patience) implements Result {}
  }

  Result attempt(String town, String username, String password, String address) {
    String account = bounded(town) + ' ' + bounded(username);
    // One after the other: whoever is stopped at one count must not use up the next one, and so
    // lock an account for everybody else.
    Optional<Duration> wait =
        throttle
            .take("both " + address + ' ' + account, PER_ACCOUNT_AND_ADDRESS)
            .or(() -> throttle.take("address " + address, PER_ADDRESS))
            .or(() -> throttle.take("account " + account, PER_ACCOUNT));
    if (wait.isPresent()) {
      return new Result.Later(wait.get());
    }
    Optional<MunicipalityCode> code = municipalities.named(town).map(found -> found.code());
    Optional<String> hash = code.flatMap(c -> accounts.passwordHash(c, username));
    if (!passwords.matches(password, hash)) {
      return new Result.Refused();
    }
    throttle.forget("both " + address + ' ' + account);
    throttle.forget("account " + account);
    // The others behind this address have not proved anything: only this attempt is no failure.
    throttle.giveBack("address " + address);
    StaffMember member = new StaffMember(code.orElseThrow(), username);
    return new Result.Welcome(member, sessions.open(member, clock.instant()));
  }

  /** Longer names belong to nobody, and must not fill the memory. */
  private static String bounded(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  void leave(MunicipalityCode municipality, String sessionId) {
    sessions.close(municipality, sessionId);
  }
}
