package dev.phase.engine.gate;

import dev.phase.engine.failure.SqlFailure;
import dev.phase.engine.state.Release;
import dev.phase.sql.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Who has agreed that a version goes. It ends with the version, or when the version is restored. */
public final class Approvals {

  private final Connection connection;
  private final String base;

  Approvals(Connection connection, Identifier base) {
    this.connection = connection;
    this.base = base.value();
  }

  boolean has(String version) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT FROM phase.approval WHERE base_schema = ? AND version = ?")) {
      query.setString(1, base);
      query.setString(2, version);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /**
   * Records that somebody agrees.
   *
   * @return false where somebody has done so before
   */
  public boolean give(String version, Release who) {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO phase.approval (base_schema, version, actor, host) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING""")) {
      insert.setString(1, base);
      insert.setString(2, version);
      insert.setString(3, who.actor());
      insert.setString(4, who.host());
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /**
   * Takes it back.
   *
   * @return false where nobody has agreed
   */
  public boolean withdraw(String version) {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM phase.approval WHERE base_schema = ? AND version = ?")) {
      delete.setString(1, base);
      delete.setString(2, version);
      return delete.executeUpdate() == 1;
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }
}
