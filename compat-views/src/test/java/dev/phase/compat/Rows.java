package dev.phase.compat;

import dev.phase.schema.Column;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows of the window's only table as its versions see them. */
record Rows(Connection connection, Window window) {

  List<Column> columns(int version) {
    return table(version).columns();
  }

  private Table table(int version) {
    return window.versions().get(version).tables().values().iterator().next();
  }

  /** The relation that a client of this version names. */
  QualifiedName relation(int version) {
    Version v = window.versions().get(version);
    return new QualifiedName(
        v.schema().orElse(window.schema()),
        v.schema().isPresent() ? table(version).name() : Identifier.of("t"));
  }

  TreeMap<String, List<String>> read(int version) throws SQLException {
    String columns =
        columns(version).stream().map(c -> c.name().sql()).collect(Collectors.joining(", "));
    TreeMap<String, List<String>> rows = new TreeMap<>();
    try (var statement = connection.createStatement();
        var results =
            statement.executeQuery("SELECT %s FROM %s".formatted(columns, relation(version).sql()))) {
      while (results.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
          row.add(results.getString(i));
        }
        rows.put(row.get(0), row);
      }
    }
    return rows;
  }

  List<String> strings(String sql) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      while (results.next()) {
        strings.add(results.getString(1));
      }
    }
    return strings;
  }

  void run(Write write) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(write.session(this));
      statement.execute(write.sql(this));
      statement.execute("RESET search_path; RESET phase.version");
    }
  }
}
