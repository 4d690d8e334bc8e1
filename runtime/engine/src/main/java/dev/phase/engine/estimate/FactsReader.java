package dev.phase.engine.estimate;

import dev.phase.engine.failure.SqlFailure;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.SqlResource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads what estimates are made from; one query each. */
public final class FactsReader {

  private static final String FACTS = SqlResource.text(FactsReader.class, "table-facts.sql");

  private static final String RUNS =
      """
      SELECT table_name, rows_changed, millis, wal_bytes FROM phase.backfill_run
      WHERE state = 'DONE' ORDER BY finished_at DESC LIMIT 20""";

  private final Connection connection;

  public FactsReader(Connection connection) {
    this.connection = connection;
  }

  /** The facts of those tables that are there. */
  public List<TableFacts> tables(Set<QualifiedName> tables) {
    try (PreparedStatement statement = connection.prepareStatement(FACTS)) {
      statement.setArray(1, names(tables, QualifiedName::schema));
      statement.setArray(2, names(tables, QualifiedName::name));
      try (ResultSet row = statement.executeQuery()) {
        List<TableFacts> facts = new ArrayList<>();
        while (row.next()) {
          facts.add(facts(row));
        }
        return facts;
      }
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /** The last backfills of this database. */
  public List<PastRun> runs() {
    try (PreparedStatement statement = connection.prepareStatement(RUNS);
        ResultSet row = statement.executeQuery()) {
      List<PastRun> runs = new ArrayList<>();
      while (row.next()) {
        runs.add(
            new PastRun(
                row.getString("table_name"),
                row.getLong("rows_changed"),
                row.getLong("millis"),
                row.getLong("wal_bytes")));
      }
      return runs;
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  private Array names(Set<QualifiedName> tables, Function<QualifiedName, Identifier> part)
      throws SQLException {
    return connection.createArrayOf(
        "text", tables.stream().map(part).map(Identifier::value).toArray());
  }

  private static TableFacts facts(ResultSet row) throws SQLException {
    String[] columns = (String[]) row.getArray("columns").getArray();
    Integer[] bytes = (Integer[]) row.getArray("widths").getArray();
    Map<Identifier, Integer> widths = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      widths.put(Identifier.of(columns[i]), bytes[i]);
    }
    return new TableFacts(
        new QualifiedName(
            Identifier.of(row.getString("nspname")), Identifier.of(row.getString("relname"))),
        row.getLong("live"),
        row.getLong("heap"),
        row.getLong("indexes"),
        widths);
  }
}
