package madoguchi.staff.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import madoguchi.bot.jdbc.JdbcStorage;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.staff.account.StaffMember;
import madoguchi.staff.account.StaffSessions;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stores of the staff's accounts, sessions and acts do, on either database. */
abstract class StaffStoresContract {

  private static final Instant NOON = Instant.parse("2026-11-20T03:00:00Z");
  private static final MunicipalityCode HERE = new MunicipalityCode("demo");
  private static final MunicipalityCode THERE = new MunicipalityCode("minato");
  private static final StaffMember TANAKA = new StaffMember(HERE, "tanaka");

  private DataSource source;
  private JdbcStaffAccounts accounts;
  private JdbcStaffSessions sessions;

  /** An empty database. */
  abstract DataSource empty();

  @BeforeEach
  void begin() {
    source = empty();
    Flyway.configure().dataSource(source).load().migrate();
    JdbcStorage storage = new JdbcStorage(source, new byte[32], Clock.systemUTC());
    for (MunicipalityCode code : List.of(HERE, THERE)) {
      storage.municipalities().store(new Municipality(code, "町", "0", "", List.of(), Map.of()));
    }
    accounts = new JdbcStaffAccounts(source);
    sessions = new JdbcStaffSessions(source);
    accounts.store(TANAKA, "hash", NOON);
  }

  @Test
  void knowsAnAccountInItsTownOnly() {
    assertThat(accounts.passwordHash(HERE, "tanaka")).contains("hash");
    assertThat(accounts.passwordHash(HERE, "Tanaka")).isEmpty();
    assertThat(accounts.passwordHash(THERE, "tanaka")).isEmpty();
    assertThat(accounts.any(HERE)).isTrue();
    assertThat(accounts.any(THERE)).isFalse();
  }

  @Test
  void takesWhateverIsTypedAsAName() {
    for (String typed : List.of("", "\u0000", "' OR ''='", "\ud800", "あ".repeat(10_000))) {
      assertThat(accounts.passwordHash(HERE, typed)).isEmpty();
      assertThat(sessions.find(HERE, typed, NOON)).isEmpty();
      assertThatCode(() -> sessions.close(HERE, typed)).doesNotThrowAnyException();
    }
  }

  @Test
  void endsAllSessionsWithANewPassword() {
    List<String> open = IntStream.range(0, 3).mapToObj(i -> sessions.open(TANAKA, NOON)).toList();
    StaffMember suzuki = new StaffMember(HERE, "suzuki");
    accounts.store(suzuki, "another", NOON);
    String other = sessions.open(suzuki, NOON);

    accounts.store(TANAKA, "new", NOON.plusSeconds(1));

    assertThat(accounts.passwordHash(HERE, "tanaka")).contains("new");
    assertThat(open).allSatisfy(id -> assertThat(sessions.find(HERE, id, NOON)).isEmpty());
    assertThat(sessions.find(HERE, other, NOON)).contains(suzuki);
  }

  @Test
  void findsASessionByItsIdInItsTownOnly() {
    String id = sessions.open(TANAKA, NOON);
    assertThat(sessions.find(HERE, id, NOON)).contains(TANAKA);
    assertThat(sessions.find(THERE, id, NOON)).isEmpty();
    sessions.close(THERE, id);
    assertThat(sessions.find(HERE, id, NOON)).contains(TANAKA);
    sessions.close(HERE, id);
    assertThat(sessions.find(HERE, id, NOON)).isEmpty();
  }

  @Test
  void endsASessionThatIsNotUsedAndOneThatIsOld() {
    String idle = sessions.open(TANAKA, NOON);
    Instant almost = NOON.plus(StaffSessions.LONGEST_IDLE).minusSeconds(1);
    assertThat(sessions.find(HERE, idle, almost)).isPresent();
    // That was a use: the time without one begins anew.
    assertThat(sessions.find(HERE, idle, almost.plus(Duration.ofMinutes(90)))).isPresent();
    assertThat(sessions.find(HERE, idle, almost.plus(StaffSessions.LONGEST_IDLE.multipliedBy(2))))
        .isEmpty();

    String used = sessions.open(TANAKA, NOON);
    for (Instant at = NOON;
        at.isBefore(NOON.plus(StaffSessions.LONGEST));
        at = at.plus(Duration.ofHours(1))) {
      assertThat(sessions.find(HERE, used, at)).as(at.toString()).isPresent();
    }
    assertThat(sessions.find(HERE, used, NOON.plus(StaffSessions.LONGEST))).isEmpty();
  }

  @Test
  void keepsNoIdThatOpensADoor() {
    String id = sessions.open(TANAKA, NOON);
    List<String> stored =
        Jdbi.create(source)
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT id_hash FROM staff_session")
                        .mapTo(String.class)
                        .list());
    assertThat(stored).isNotEmpty().allSatisfy(hash -> assertThat(hash).doesNotContain(id));
    assertThat(stored).allSatisfy(hash -> assertThat(sessions.find(HERE, hash, NOON)).isEmpty());
  }

  @Test
  void notesWhoDidWhat() {
    JdbcAudit audit = new JdbcAudit(source);
    audit.note(TANAKA, "case.open", "case-1", NOON);
    audit.note(TANAKA, "case.open", "case-1", NOON);
    long noted =
        Jdbi.create(source)
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT count(*) FROM audit WHERE municipality = 'demo'")
                        .mapTo(Long.class)
                        .one());
    assertThat(noted).isEqualTo(2);
  }
}
