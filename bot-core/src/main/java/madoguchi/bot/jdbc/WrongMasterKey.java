package madoguchi.bot.jdbc;

import madoguchi.municipality.MunicipalityCode;

/** The master key is not the one under which this database's keys were stored. */
public final class WrongMasterKey extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongMasterKey(MunicipalityCode municipality, Throwable cause) {
    super("the master key does not open the key of town " + municipality, cause);
  }
}
