package dev.phase.backfill;

import dev.phase.sql.SqlResource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the runs as the ledger shows them. */
final class RunList {

  private RunList() {}

  static List<RunSnapshot> read(Connection connection) throws SQLException {
    String sql = SqlResource.text(RunList.class, "RunList/list.sql");
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<RunSnapshot> runs = new ArrayList<>();
      while (rows.next()) {
        runs.add(snapshot(rows));
      }
      return runs;
    }
  }

  private static RunSnapshot snapshot(ResultSet row) throws SQLException {
    long done = row.getLong("rows_done");
    long total = row.getLong("rows_total");
    Rate rate =
        new Rate(
            row.getDouble("rows_per_second"), row.getDouble("slowest"), row.getDouble("fastest"));
    return new RunSnapshot(
        row.getString("id"),
        row.getString("table_name"),
        RunState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("reason")),
        done,
        total,
        rate.rows(),
        rate.eta(total - done),
        row.getLong("chunks_left"),
        row.getLong("quarantined"),
        Optional.ofNullable(row.getString("comes_after")),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
