package dev.phase.jpa;

import dev.phase.model.VersionModel;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The columns that an application reads and writes.
 *
 * @param tables from the name of a table to those of its columns, as the catalog has them
 */
public record ExpectedColumns(Map<String, List<String>> tables) {

  /** For an application that says nothing about them. */
  public static final ExpectedColumns NONE = new ExpectedColumns(Map.of());

  /** Names are looked up as the application's own are. */
  private static final String MISSING =
      """
      SELECT w.name, w.col
      FROM ROWS FROM (pg_catalog.unnest(?::text[]), pg_catalog.unnest(?::text[])) AS w (name, col)
      WHERE NOT EXISTS (
        SELECT FROM pg_catalog.pg_attribute a
        WHERE a.attrelid = pg_catalog.to_regclass(pg_catalog.quote_ident(w.name))
          AND a.attname = w.col AND a.attnum > 0 AND NOT a.attisdropped)
      ORDER BY w.name, w.col""";

  public ExpectedColumns {
    Map<String, List<String>> copy = new TreeMap<>();
    for (Map.Entry<String, List<String>> table : tables.entrySet()) {
      copy.put(table.getKey(), List.copyOf(table.getValue()));
    }
    tables = copy;
  }

  /** All columns of a version, for an application that uses them all. */
  public static ExpectedColumns of(VersionModel version) {
    Map<String, List<String>> tables = new TreeMap<>();
    version
        .tables()
        .forEach(
            table ->
                tables.put(
                    table.name().value(),
                    table.columns().stream().map(column -> column.name().value()).toList()));
    return new ExpectedColumns(tables);
  }

  /** These and others. */
  ExpectedColumns and(ExpectedColumns others) {
    Map<String, List<String>> all = new TreeMap<>(tables);
    for (Map.Entry<String, List<String>> table : others.tables.entrySet()) {
      Set<String> columns = new LinkedHashSet<>(all.getOrDefault(table.getKey(), List.of()));
      columns.addAll(table.getValue());
      all.put(table.getKey(), List.copyOf(columns));
    }
    return new ExpectedColumns(all);
  }

  /** Those that are not there, each as {@code table.column}. */
  List<String> missing(Connection connection) throws SQLException {
    List<String> missing = new ArrayList<>();
    if (tables.isEmpty()) {
      return missing;
    }
    List<String> names = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (Map.Entry<String, List<String>> table : tables.entrySet()) {
      for (String column : table.getValue()) {
        names.add(table.getKey());
        columns.add(column);
      }
    }
    try (PreparedStatement query = connection.prepareStatement(MISSING)) {
      query.setArray(1, array(connection, names));
      query.setArray(2, array(connection, columns));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          missing.add(rows.getString(1) + "." + rows.getString(2));
        }
      }
    }
    return missing;
  }

  private static Array array(Connection connection, Collection<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }
}
