package madoguchi.staff.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import madoguchi.municipality.MunicipalityCode;

/**
 * Who is logged in, on all nodes alike. A session ends after {@link #LONGEST}, after {@link
 * #LONGEST_IDLE} without a request, by logging out and by a new password.
 */
public interface StaffSessions {

  Duration LONGEST = Duration.ofHours(12);
  Duration LONGEST_IDLE = Duration.ofHours(2);

  /** Begins a session and returns its id, which is kept nowhere else; forgets ended ones. */
  String open(StaffMember member, Instant now);

  /** Whose session this is, if it still holds; notes that it was used. */
  Optional<StaffMember> find(MunicipalityCode municipality, String id, Instant now);

  /** Ends the session, if there is one of that id. */
  void close(MunicipalityCode municipality, String id);
}
