package madoguchi.bot.jdbc;

import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import madoguchi.bot.town.Department;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Towns in the database, read at most once a second; their settings are sealed. */
final class JdbcMunicipalities implements Municipalities {

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

  private static final String ADD =
      """
      INSERT INTO municipality
        (municipality, name, telephone, hours, departments, settings, wrapped_key)
      VALUES (:municipality, '', '', '', '[]', :settings, :wrappedKey)
      ON CONFLICT DO NOTHING""";

  private static final String KEY =
      "SELECT wrapped_key FROM municipality WHERE municipality = :municipality FOR UPDATE";

  private static final String SET =
      """
      UPDATE municipality
      SET name = :name, telephone = :telephone, hours = :hours, departments = :departments,
        settings = :settings
      WHERE municipality = :municipality""";

  private final Jdbi jdbi;
  private final TownKeys keys;
  private final Clock clock;
  private volatile @Nullable Loaded loaded;

  JdbcMunicipalities(Jdbi jdbi, TownKeys keys, Clock clock) {
    this.jdbi = jdbi;
    this.keys = keys;
    this.clock = clock;
  }

  private record Loaded(Instant at, Map<String, Municipality> towns) {}

  @Override
  public Optional<Municipality> find(MunicipalityCode code) {
    return Optional.ofNullable(towns().get(code.value()));
  }

  @Override
  public List<Municipality> all() {
    return List.copyOf(towns().values());
  }

  @Override
  public void store(Municipality town) {
    jdbi.useTransaction(handle -> store(handle, town));
    loaded = null;
  }

  private void store(Handle handle, Municipality town) {
    handle
        .createUpdate(ADD)
        .bind("municipality", town.code())
        .bind("settings", new byte[0])
        .bind("wrappedKey", keys.fresh(town.code()))
        .execute();
    byte[] wrapped =
        handle.createQuery(KEY).bind("municipality", town.code()).mapTo(byte[].class).one();
    byte[] settings =
        keys.unwrap(town.code(), wrapped)
            .seal(Json.MAPPER.writeValueAsBytes(town.settings()), context(town.code()));
    handle
        .createUpdate(SET)
        .bind("municipality", town.code())
        .bind("name", town.name())
        .bind("telephone", town.telephone())
        .bind("hours", town.hours())
        .bind("departments", Json.MAPPER.writeValueAsString(town.departments()))
        .bind("settings", settings)
        .execute();
  }

  private Map<String, Municipality> towns() {
    Loaded present = loaded;
    Instant now = clock.instant();
    if (present != null && now.isBefore(present.at.plus(FRESH))) {
      return present.towns;
    }
    Map<String, Municipality> read = new LinkedHashMap<>();
    jdbi.withHandle(
            handle -> handle.createQuery("SELECT * FROM municipality").map(this::town).list())
        .forEach(town -> read.put(town.code().value(), town));
    // Sorted here: databases differ in how they order hyphens.
    Map<String, Municipality> towns = new TreeMap<>(read);
    loaded = new Loaded(now, towns);
    return towns;
  }

  private Municipality town(ResultSet row, StatementContext context) throws SQLException {
    MunicipalityCode code = Database.municipality(row);
    return new Municipality(
        code,
        row.getString("name"),
        row.getString("telephone"),
        row.getString("hours"),
        List.of(Json.MAPPER.readValue(row.getString("departments"), Department[].class)),
        settings(code, row.getBytes("wrapped_key"), row.getBytes("settings")));
  }

  private Map<String, String> settings(MunicipalityCode code, byte[] wrapped, byte[] sealed) {
    try {
      return Json.MAPPER.readValue(
          keys.unwrap(code, wrapped).open(sealed, context(code)), SETTINGS);
    } catch (GeneralSecurityException altered) {
      throw new IllegalStateException("the settings of " + code + " were altered", altered);
    }
  }

  private static String context(MunicipalityCode code) {
    return code + "\nsettings";
  }
}
