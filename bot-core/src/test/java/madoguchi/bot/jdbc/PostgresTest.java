package madoguchi.bot.jdbc;

import madoguchi.bot.contract.AllContracts;
import madoguchi.bot.contract.Ports;

/** A real PostgreSQL keeps every contract. */
class PostgresTest extends AllContracts {

  @Override
  protected Ports fresh() {
    return Databases.emptied(Databases.postgres());
  }
}
