package madoguchi.staff.audit;

import java.time.Instant;
import madoguchi.staff.account.StaffMember;

/** The lasting note of who did or saw what, by ids only. */
@FunctionalInterface
public interface Audit {

  /**
   * Notes an act.
   *
   * @param action such as {@code case.open}
   * @param subject the id of what it was done to
   */
  void note(StaffMember who, String action, String subject, Instant at);
}
