package dev.phase.worker;

import dev.phase.config.Settings;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.quartz.impl.jdbcjobstore.JobStoreTX;

/** The scheduler's tables, in schema {@code phase}. */
final class QuartzTables {

  /** What their names begin with. */
  static final String PREFIX = "phase.qrtz_";

  /** Of Quartz itself; it drops what is there, and commits at its end. */
  private static final String SCRIPT = "tables_postgres.sql";

  private QuartzTables() {}

  /** Makes them where they are missing; several workers may start at once. */
  static void create(Settings settings) {
    try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), settings.login());
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(hashtextextended('phase worker tables', 0))");
      if (!exist(statement)) {
        statement.execute("SET search_path = phase");
        connection.setAutoCommit(false);
        statement.execute(script());
        connection.commit();
      }
    } catch (SQLException e) {
      throw new PhaseException(
          ExitCode.SQL_FAILED,
          "The tables of the scheduler cannot be made in schema phase (%s). Run `phase init` first, and the worker as the same role."
              .formatted(e.getSQLState()),
          e);
    }
  }

  private static boolean exist(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT to_regclass('phase.qrtz_locks') IS NOT NULL")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static String script() {
    try (InputStream resource = JobStoreTX.class.getResourceAsStream(SCRIPT)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
