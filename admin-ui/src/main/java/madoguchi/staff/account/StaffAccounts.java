package madoguchi.staff.account;

import java.time.Instant;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;

/** The accounts of every town's staff. */
public interface StaffAccounts {

  /** The hash of an account's password; empty when there is no such account. */
  Optional<String> passwordHash(MunicipalityCode municipality, String username);

  /**
   * Adds the account or gives it another password, which ends its sessions everywhere.
   *
   * @param passwordHash of {@link Passwords#hash}
   */
  void store(StaffMember member, String passwordHash, Instant now);

  /** Whether the town has any account. */
  boolean any(MunicipalityCode municipality);
}
