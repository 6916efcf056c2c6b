package madoguchi.bot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection's statements are prepared once, and never disturb each other. */
class KeptStatementsTest {

  private static final String FIND = "SELECT name FROM place WHERE id = :id FOR UPDATE";
  private static final String ADD = "INSERT INTO place (id, name) VALUES (:id, :name)";

  /** What was parsed. */
  private final List<String> prepared = new ArrayList<>();

  private Connection connection;
  private Handle handle;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
    handle = Jdbi.create(counting(connection)).open();
    handle.execute("CREATE TABLE place (id INT PRIMARY KEY, name VARCHAR(9) NOT NULL)");
    handle.execute("INSERT INTO place SELECT x, 'place ' || x FROM system_range(1, 5)");
    handle.setStatementBuilder(new KeptStatements());
    prepared.clear();
  }

  private Connection counting(Connection real) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, given) -> {
              if (method.getName().equals("prepareStatement")) {
                prepared.add((String) given[0]);
              }
              return method.invoke(real, given);
            });
  }

  @AfterEach
  void close() throws SQLException {
    handle.close();
    connection.close();
  }

  private String find(int id) {
    return handle.createQuery(FIND).bind("id", id).mapTo(String.class).one();
  }

  private PreparedBatch adding(int from, int to) {
    PreparedBatch batch = handle.prepareBatch(ADD);
    IntStream.rangeClosed(from, to)
        .forEach(id -> batch.bind("id", id).bind("name", "place " + id).add());
    return batch;
  }

  @Test
  void preparesOnceWhatIsAskedAgainAndAgain() {
    assertThat(List.of(find(1), find(2), find(3))).containsExactly("place 1", "place 2", "place 3");
    adding(6, 7).execute();
    adding(8, 9).execute();
    assertThat(find(9)).isEqualTo("place 9");
    assertThat(prepared).hasSize(2);
  }

  @Test
  void givesNoneTwiceAtATime() {
    List<String> both =
        handle
            .createQuery("SELECT id FROM place WHERE id < :most ORDER BY id")
            .bind("most", 3)
            .map((row, context) -> row.getInt(1) + find(row.getInt(1)) + nested())
            .list();
    assertThat(both).containsExactly("1place 1[1, 2, 3]", "2place 2[1, 2, 3]");
    assertThat(find(4)).isEqualTo("place 4");
  }

  private List<Integer> nested() {
    return handle
        .createQuery("SELECT id FROM place WHERE id < :most ORDER BY id")
        .bind("most", 4)
        .mapTo(Integer.class)
        .list();
  }

  @Test
  void aBatchThatBrokeLeavesNothingForTheNext() {
    PreparedBatch broken = adding(5, 8);
    assertThatThrownBy(broken::execute).isInstanceOf(RuntimeException.class);
    handle.execute("DELETE FROM place WHERE id > 5");
    adding(6, 6).execute();
    assertThat(handle.createQuery("SELECT MAX(id) FROM place").mapTo(Integer.class).one())
        .isEqualTo(6);
  }

  @Test
  void remembersNoValueOfTheOneBefore() {
    find(1);
    assertThatThrownBy(() -> handle.createQuery(FIND).mapTo(String.class).one())
        .isInstanceOf(RuntimeException.class);
  }
}
