package madoguchi.bot.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import madoguchi.bot.town.StorableText;
import madoguchi.municipality.MunicipalityCode;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;

/** How values go into and come out of the database, the same for H2 and PostgreSQL. */
final class Database {

  /** Bounds that both databases can keep; a garbled time is brought within them. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private Database() {}

  /** Jdbi over the source; nested uses on one thread share one connection and transaction. */
  static Jdbi open(DataSource source) {
    return Jdbi.create(source)
        .setStatementBuilderFactory(connection -> new KeptStatements())
        // No statement is a template: so none is read as one, which the first statements wait for.
        .setTemplateEngine(TemplateEngine.NOP)
        // An exception's message would show what was bound.
        .configure(StatementExceptions.class, c -> c.setMessageRendering(MessageRendering.NONE))
        .registerArrayType(String.class, "varchar")
        .registerArgument(new Texts())
        .registerArgument(new Instants())
        .registerArgument(new Days())
        .registerArgument(new Codes());
  }

  /** As both databases keep it: to the microsecond. */
  static Instant stored(Instant instant) {
    Instant bounded = instant.isBefore(EARLIEST) ? EARLIEST : instant;
    return (bounded.isAfter(LATEST) ? LATEST : bounded).truncatedTo(ChronoUnit.MICROS);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static MunicipalityCode municipality(ResultSet row) throws SQLException {
    return new MunicipalityCode(row.getString("municipality"));
  }

  /** Every text that goes into the database in clear passes here. */
  private static final class Texts extends AbstractArgumentFactory<String> {
    Texts() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setString(position, StorableText.of(value));
    }
  }

  /** Instants go in as times with an offset, free of any time zone's jumps. */
  private static final class Instants extends AbstractArgumentFactory<Instant> {
    Instants() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, stored(value).atOffset(ZoneOffset.UTC));
    }
  }

  /** Days of the town's calendar go in as they are. */
  private static final class Days extends AbstractArgumentFactory<LocalDate> {
    Days() {
      super(Types.DATE);
    }

    @Override
    protected Argument build(LocalDate value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, value);
    }
  }

  /** A town's code goes in as its text. */
  private static final class Codes extends AbstractArgumentFactory<MunicipalityCode> {
    Codes() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(MunicipalityCode value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, value.value());
    }
  }
}
