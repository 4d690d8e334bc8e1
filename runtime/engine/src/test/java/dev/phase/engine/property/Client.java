package dev.phase.engine.property;

import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** One session. */
final class Client implements AutoCloseable {

  private final Connection connection;

  Client(Connection connection) throws SQLException {
    this.connection = connection;
    run("SET TimeZone = 'UTC'");
  }

  /** Runs a statement, and gives the rows that it returns. */
  List<Map<String, String>> run(String sql) throws SQLException {
    List<Map<String, String>> returned = new ArrayList<>();
    if (sql.startsWith("COPY ")) {
      copy(sql.substring(0, sql.indexOf('\n')), sql.substring(sql.indexOf('\n') + 1));
      return returned;
    }
    try (var statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        ResultSet rows = statement.getResultSet();
        while (rows.next()) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.put(rows.getMetaData().getColumnLabel(i), rows.getString(i));
          }
          returned.add(row);
        }
      }
    }
    return returned;
  }

  private void copy(String sql, String lines) throws SQLException {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(sql, new StringReader(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every row that the session sees, by key. */
  Map<String, Row> read(Scene scene) throws SQLException {
    Map<String, Map<String, Map<String, String>>> seen = new TreeMap<>();
    for (int version = 0; version <= scene.newest(); version++) {
      if (scene.isOpen(version)) {
        String name = scene.version(version).name();
        List<String> columns =
            scene.shape(version).all().stream().map(ColumnShape::name).toList();
        for (Map<String, String> row : select(columns, relation(scene, version).sql(), List.of())) {
          String key = row.get(scene.shape(version).key().name());
          seen.computeIfAbsent(key, k -> new TreeMap<>()).put(name, row);
        }
      }
    }
    List<String> holds = new ArrayList<>();
    scene.links().forEach(link -> holds.add(scene.holds(link, true)));
    scene.links().forEach(link -> holds.add(scene.holds(link, false)));
    Map<String, Row> rows = new TreeMap<>();
    int rules = scene.links().size();
    List<String> physicals = List.copyOf(scene.physicals());
    for (Map<String, String> row : select(physicals, scene.base().sql(), holds)) {
      List<Boolean> held = new ArrayList<>();
      for (int i = 0; i < 2 * rules; i++) {
        held.add("t".equals(row.remove("?" + i)));
      }
      String key = row.get(scene.physical(0, scene.shape(0).key().name()));
      rows.put(
          key,
          new Row(
              row,
              seen.getOrDefault(key, Map.of()),
              held.subList(0, rules),
              held.subList(rules, 2 * rules)));
    }
    if (!rows.keySet().containsAll(seen.keySet())) {
      throw new AssertionError("A version has rows that the base table lacks: " + seen.keySet());
    }
    return rows;
  }

  /** What a client of this version reads and writes: its door's view, or where there is none the table. */
  QualifiedName relation(Scene scene, int version) throws SQLException {
    QualifiedName door = scene.door(version);
    if (scene.version(version).schema().isEmpty()) {
      return scene.base();
    }
    try (var statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      statement.setString(1, door.sql());
      try (ResultSet there = statement.executeQuery()) {
        there.next();
        return there.getBoolean(1) ? door : scene.base();
      }
    }
  }

  private List<Map<String, String>> select(List<String> columns, String from, List<String> holds)
      throws SQLException {
    String list =
        columns.stream().map(c -> Identifier.of(c).sql() + "::text").collect(Collectors.joining(", "));
    String conditions = holds.stream().map(h -> ", (" + h + ")").collect(Collectors.joining());
    List<Map<String, String>> rows = new ArrayList<>();
    try (var statement = connection.createStatement();
        var results = statement.executeQuery("SELECT " + list + conditions + " FROM " + from)) {
      while (results.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          row.put(columns.get(i), results.getString(i + 1));
        }
        for (int i = 0; i < holds.size(); i++) {
          row.put("?" + i, results.getString(columns.size() + i + 1));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
