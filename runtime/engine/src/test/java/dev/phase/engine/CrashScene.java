package dev.phase.engine;

import dev.phase.testkit.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A fresh copy of what a case starts from, in a schema of its own. */
final class CrashScene implements AutoCloseable {

  private static final String CHANGE = "0001_case";
  private static final String NEXT = "0002_next";

  private static final String COLUMNS =
      """
      SELECT c.relname, array_agg(a.attname::text ORDER BY a.attname)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = to_regnamespace(quote_ident('%s')) AND c.relkind IN ('r', 'p', 'v')
        AND a.attnum > 0 AND NOT a.attisdropped
      GROUP BY c.relname ORDER BY c.relname""";

  private final Database database;
  private final String schema;
  private final Workshop workshop;
  private final String functions;

  CrashScene(Database database, Path directory, OperationsTest.Case start, String schema)
      throws Exception {
    OperationsTest.Case own =
        new OperationsTest.Case(
            start.name(), start.operations(), start.plain(), start.left(), start.start(), schema);
    own.prepare(database);
    this.database = database;
    this.schema = schema;
    this.workshop =
        new Workshop(database, Files.createDirectories(directory.resolve(schema)), schema)
            .change(CHANGE, own.change());
    this.functions = functions();
  }

  String schema() {
    return schema;
  }

  Workshop workshop() {
    return workshop;
  }

  /** Brings in another version above that of the case. */
  void next() {
    workshop.advance(
        NEXT,
        """
        operations:
        - create_table:
            name: next_release
            columns: [ { name: id, type: bigint, primary_key: true } ]
        """);
  }

  /** The state of the case's version; empty where it is not in the window. */
  String state() {
    return workshop.status().versions().stream()
        .filter(version -> version.name().equals(CHANGE))
        .map(Status.VersionStatus::state)
        .collect(Collectors.joining());
  }

  /** How many versions there are. */
  int versions() {
    return workshop.status().versions().size();
  }

  String oldestState() {
    return workshop.status().versions().get(0).state();
  }

  /** Window, catalog and rows; without the schema's name, so that others can be compared. */
  List<String> picture() throws Exception {
    List<String> lines = new ArrayList<>();
    workshop.status().versions().forEach(v -> lines.add("version " + v.name() + " " + v.state()));
    lines.addAll(CatalogPicture.of(database, schema));
    lines.addAll(CatalogPicture.of(database, door()));
    lines.add("functions more: " + !functions.equals(functions()));
    rows(schema, lines);
    if (state().equals("live")) {
      rows(door(), lines);
    }
    return lines.stream().map(line -> line.replace(schema, "S")).sorted().toList();
  }

  private String door() {
    return schema + "_" + CHANGE;
  }

  private String functions() throws SQLException {
    return database.queryOne(
        "SELECT count(*) FROM pg_proc WHERE pronamespace = to_regnamespace('phase')");
  }

  /** A fingerprint of each column of each table or view. */
  private void rows(String of, List<String> lines) throws SQLException {
    try (Connection connection = database.connect();
        Statement list = connection.createStatement();
        ResultSet relation = list.executeQuery(COLUMNS.formatted(of))) {
      while (relation.next()) {
        String[] columns = (String[]) relation.getArray(2).getArray();
        fingerprint(connection, of, relation.getString(1), columns, lines);
      }
    }
  }

  private static void fingerprint(
      Connection connection, String of, String relation, String[] columns, List<String> lines)
      throws SQLException {
    List<String> prints = new ArrayList<>();
    for (String column : columns) {
      prints.add(
          "md5(string_agg(\"%1$s\"::text, ',' ORDER BY \"%1$s\"::text COLLATE \"C\"))"
              .formatted(column.replace("\"", "\"\"")));
    }
    String sql =
        "SELECT count(*), %s FROM \"%s\".\"%s\""
            .formatted(String.join(", ", prints), of, relation.replace("\"", "\"\""));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      lines.add("rows of %s.%s = %s".formatted(of, relation, row.getString(1)));
      for (int i = 0; i < columns.length; i++) {
        lines.add(
            "rows of %s.%s.%s = %s".formatted(of, relation, columns[i], row.getString(i + 2)));
      }
    } catch (SQLException e) {
      // A name that the version does not have any more.
      lines.add("rows of %s.%s: %s".formatted(of, relation, e.getMessage()));
    }
  }

  @Override
  public void close() throws SQLException {
    database.run(
        "DROP SCHEMA IF EXISTS \"%s\" CASCADE".formatted(schema + "_" + NEXT),
        "DROP SCHEMA IF EXISTS \"%s\" CASCADE".formatted(door()),
        "DROP SCHEMA \"%s\" CASCADE".formatted(schema));
  }
}
