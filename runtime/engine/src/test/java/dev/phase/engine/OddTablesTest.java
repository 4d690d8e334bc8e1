package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every operation on every odd table works from expand to contract, or is refused before anything is
 * done, with a reason that names the table.
 */
@PostgresTest
@Execution(ExecutionMode.CONCURRENT)
@Tag("lifecycle")
final class OddTablesTest {

  /** Each with its fields; a word after the kind tells several of one kind apart. */
  static final Map<String, String> OPERATIONS = new LinkedHashMap<>();

  static {
    OPERATIONS.put("add_column", "{ table: odd, column: { name: n, type: int, default: 7 } }");
    OPERATIONS.put("add_column up", "{ table: odd, column: { name: n, type: text }, up: \"'x'\" }");
    OPERATIONS.put(
        "alter_column",
        "{ table: odd, column: b, type: text, up: \"b::text\", down: \"CAST(NULL AS {type})\" }");
    OPERATIONS.put(
        "alter_column null", "{ table: odd, column: b, nullable: false, up: \"b\", down: \"b\" }");
    OPERATIONS.put("rename_column", "{ table: odd, from: b, to: select }");
    OPERATIONS.put("rename_table", "{ from: odd, to: even }");
    OPERATIONS.put("create_index", "{ table: odd, name: by_b, columns: [ b ] }");
    OPERATIONS.put(
        "add_constraint check", "{ table: odd, name: checked, check: \"b IS NOT NULL\" }");
    OPERATIONS.put(
        "add_constraint unique",
        "{ table: odd, name: one_b, unique: [ b ], up: { b: b }, down: { b: b } }");
    OPERATIONS.put(
        "add_constraint key",
        "{ table: odd, name: k, foreign_key: { columns: [ b ], references: { table: other, columns: [ id ] } } }");
    OPERATIONS.put("drop_column", "{ table: odd, column: b }");
    OPERATIONS.put("drop_table", "{ name: odd }");
  }

  private static final int ROWS = 9;

  private final Database database;
  private final Path directory;

  OddTablesTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @ParameterizedTest
  @EnumSource(OddTables.class)
  void worksOrIsRefused(OddTables odd) throws Exception {
    if (!odd.hasRows()) {
      haveForeignServer();
    }
    Map<String, String> unexpected = new LinkedHashMap<>();
    int schemas = 0;
    for (String operation : OPERATIONS.keySet()) {
      Optional<String> refusal = refusal(odd, "s" + schemas++, operation);
      String reason = odd.refused().get(operation);
      if (refusal.isPresent() == (reason == null)
          || refusal.filter(r -> !r.contains(reason)).isPresent()) {
        unexpected.put(operation, refusal.orElse("it works"));
      }
    }
    assertEquals(Map.of(), unexpected);
  }

  /** Fails where anything goes wrong after the plan. */
  private Optional<String> refusal(OddTables odd, String schema, String operation)
      throws Exception {
    create(odd, schema);
    Workshop workshop = new Workshop(database, directory.resolve(schema), schema);
    List<String> before = CatalogPicture.of(database);
    workshop.change(
        "0001_odd",
        "operations:\n- %s: %s\n"
            .formatted(
                operation.split(" ")[0],
                OPERATIONS.get(operation).replace("{type}", typeOf(schema))));
    try {
      workshop.advance();
    } catch (ChangesRejected e) {
      assertEquals(before, CatalogPicture.of(database));
      assertEquals(1, workshop.status().versions().size());
      return Optional.of(e.getMessage());
    }
    in(schema, odd.insert(ROWS + 1));
    if (!operation.startsWith("drop_table")) {
      requireRows(schema, operation);
    }
    workshop.rollback();
    assertEquals(before, CatalogPicture.of(database));

    workshop.advance();
    workshop.retire();
    workshop.contract();
    return Optional.empty();
  }

  /** Every row is there, and what was converted is. */
  private void requireRows(String schema, String operation) throws SQLException {
    String table = operation.equals("rename_table") ? "even" : "odd";
    String column =
        switch (operation.split(" ")[0]) {
          case "add_column" -> "n";
          case "rename_column" -> "\"select\"";
          case "drop_column" -> "*";
          default -> "b";
        };
    String seen =
        database.queryOne(
            "SELECT coalesce(to_regclass('%1$s_0001_odd.%2$s'), to_regclass('%1$s.%2$s'))"
                .formatted(schema, table));
    assertEquals(
        Integer.toString(ROWS + 1),
        database.queryOne("SELECT count(%s) FROM %s".formatted(column, seen)),
        operation);
  }

  private void create(OddTables odd, String schema) throws SQLException {
    database.run("CREATE SCHEMA " + schema);
    in(schema, OddTables.HELPERS);
    in(schema, "CREATE TABLE other AS SELECT id FROM generate_series(1, 99) id");
    in(schema, "ALTER TABLE other ADD PRIMARY KEY (id)");
    in(schema, odd.ddl());
    for (int number = 1; odd.hasRows() && number <= ROWS; number++) {
      in(schema, odd.insert(number));
    }
  }

  private String typeOf(String schema) throws SQLException {
    return database.queryOne(
        """
        SELECT format_type(atttypid, atttypmod) FROM pg_attribute
        WHERE attrelid = '%s.odd'::regclass AND attname = 'b'
        """
            .formatted(schema));
  }

  private void haveForeignServer() throws SQLException {
    try (var connection = database.superuser();
        var statement = connection.createStatement()) {
      statement.execute("CREATE FOREIGN DATA WRAPPER nothing");
      statement.execute("CREATE SERVER nowhere FOREIGN DATA WRAPPER nothing");
      statement.execute("GRANT USAGE ON FOREIGN SERVER nowhere TO PUBLIC");
    }
  }

  private void in(String schema, String sql) throws SQLException {
    database.run("SET search_path = %s; %s".formatted(schema, sql));
  }
}
