package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import madoguchi.municipality.MunicipalityCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is derived of a town's key is the same whether it is remembered or not. */
class TownKeysTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final MunicipalityCode OTHER = new MunicipalityCode("other");

  private final Jdbi jdbi = Database.open(towns());
  private final SealingKey master = SealingKey.random();
  private final TownKeys keys = new TownKeys(jdbi, master);

  @Test
  void derivesTheSameBytesAfterARestart() {
    add(DEMO);
    byte[] first = keys.derive(DEMO, "pseudonyms");
    assertThat(keys.derive(DEMO, "pseudonyms")).isEqualTo(first);
    assertThat(new TownKeys(jdbi, master).derive(DEMO, "pseudonyms")).isEqualTo(first);
    assertThat(keys.of(DEMO).derive("pseudonyms")).isEqualTo(first);
  }

  @Test
  void derivesOtherBytesForAnotherTownOrPurpose() {
    add(DEMO);
    add(OTHER);
    assertThat(keys.derive(DEMO, "pseudonyms"))
        .isNotEqualTo(keys.derive(OTHER, "pseudonyms"))
        .isNotEqualTo(keys.derive(DEMO, "else"));
  }

  @Test
  void remembersNothingOfATownThatIsNotThereYet() {
    assertThatIllegalStateException().isThrownBy(() -> keys.derive(DEMO, "pseudonyms"));
    add(DEMO);
    assertThat(keys.derive(DEMO, "pseudonyms")).hasSize(SealingKey.LENGTH);
  }

  private void add(MunicipalityCode town) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO municipality VALUES (?, ?)", town.value(), keys.fresh(town)));
  }

  private static JdbcDataSource towns() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + java.util.UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE municipality (municipality VARCHAR PRIMARY KEY, wrapped_key VARBINARY)");
    } catch (java.sql.SQLException broken) {
      throw new IllegalStateException(broken);
    }
    return source;
  }
}
