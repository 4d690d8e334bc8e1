package dev.phase.engine.doctor;

import dev.phase.engine.failure.SqlFailure;
import dev.phase.sql.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the database. */
final class Look {

  private final Connection connection;
  private final Identifier base;

  Look(Connection connection, Identifier base) {
    this.connection = connection;
    this.base = base;
  }

  Identifier base() {
    return base;
  }

  /** The first column of every row, as text. */
  List<String> list(String sql, String... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        List<String> values = new ArrayList<>();
        while (row.next()) {
          values.add(row.getString(1));
        }
        return values;
      }
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /** The first value; absent where there is no row or it is NULL. */
  Optional<String> one(String sql, String... parameters) {
    return list(sql, parameters).stream().findFirst();
  }

  boolean holds(String sql, String... parameters) {
    return one(sql, parameters).filter("t"::equals).isPresent();
  }

  int serverVersion() {
    return Integer.parseInt(one("SHOW server_version_num").orElseThrow());
  }
}
