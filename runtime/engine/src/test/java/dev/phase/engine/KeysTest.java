package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes of keys, from expand to contract, on tables that refer to one another. */
@PostgresTest
@Tag("lifecycle")
final class KeysTest {

  private final Database database;
  private final Path directory;

  KeysTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  record Case(String name, String operations, String plain, String schema) {

    @Override
    public String toString() {
      return name + " in " + schema;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leavesWhatPlainDdlMakes(Case change) throws Exception {
    String schema = change.schema();
    if (!schema.equals("public")) {
      database.run("CREATE SCHEMA \"" + schema + '"');
    }
    database.run(in(KeyCases.START, schema));
    Workshop workshop = new Workshop(database, directory, schema);
    List<String> before = CatalogPicture.of(database);
    List<String> rows = rows(schema);

    workshop.advance("0001_case", change.operations());
    workshop.rollback();
    assertEquals(before, CatalogPicture.of(database));
    assertEquals(rows, rows(schema));

    workshop.advance();
    workshop.retire();
    workshop.restore();
    workshop.retire();
    workshop.contract();
    database.run("CREATE SCHEMA plain", in(KeyCases.START, "plain"));
    database.run(in(change.plain(), "plain"));
    assertEquals(CatalogPicture.of(database, "plain"), CatalogPicture.of(database, schema));
    assertEquals(privileges("plain"), privileges(schema));
  }

  private static String in(String text, String schema) {
    return text.replace("{s}", '"' + schema + '"');
  }

  private List<String> rows(String schema) throws Exception {
    return database.strings(in("SELECT o::text FROM {s}.\"order\" o ORDER BY id", schema));
  }

  /** Of sequences, and where they stand. */
  private List<String> privileges(String schema) throws Exception {
    return database.strings(
        """
        SELECT format('%s %s %s %s', c.relname, c.relacl, obj_description(c.oid, 'pg_class'),
                      pg_sequence_last_value(c.oid))
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'S' AND n.nspname = '"""
            + schema
            + "' ORDER BY c.relname");
  }

  static Stream<Case> cases() {
    return Stream.of("public", "Mixed Case")
        .flatMap(schema -> KeyCases.all().map(c -> new Case(c[0], c[1], c[2], schema)));
  }
}
