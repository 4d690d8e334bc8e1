package dev.phase.engine.execution;

import dev.phase.sql.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The session's settings while a step runs. */
final class StepSettings {

  private final Connection connection;
  private final Identifier schema;

  StepSettings(Connection connection, Identifier schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /** Until the transaction ends. */
  void beginTransaction(Duration lockTimeout) throws SQLException {
    set(lockTimeout, true);
  }

  /** Until {@link #reset()}. */
  void begin(Duration lockTimeout) throws SQLException {
    set(lockTimeout, false);
  }

  /** For the rest of the transaction. */
  void lockTimeout(Duration timeout) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config('lock_timeout', ?, true)")) {
      statement.setString(1, timeout.toMillis() + "ms");
      statement.execute();
    }
  }

  void reset() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("RESET lock_timeout");
      statement.execute("RESET search_path");
    }
  }

  private void set(Duration lockTimeout, boolean local) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT set_config('lock_timeout', ?, ?),
                   set_config('search_path',
                              concat_ws(', ', quote_ident(?),
                                        nullif(current_setting('search_path'), '')), ?)""")) {
      statement.setString(1, lockTimeout.toMillis() + "ms");
      statement.setBoolean(2, local);
      statement.setString(3, schema.value());
      statement.setBoolean(4, local);
      statement.execute();
    }
  }
}
