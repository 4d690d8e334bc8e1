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

/**
 * Each operation, from expand to contract: rollback leaves what was there, contract leaves what plain
 * DDL makes; in the public schema and in one whose name needs quotes.
 */
@PostgresTest
@Tag("lifecycle")
final class OperationsTest {

  /** What every case starts from; {s} is the schema. */
  private static final String START =
      """
      CREATE TABLE {s}.customers (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        email text NOT NULL,
        name varchar(50),
        "Größe" integer NOT NULL DEFAULT 0 CONSTRAINT size_check CHECK ("Größe" >= 0));
      CREATE TABLE {s}."order" (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        customer_id bigint NOT NULL REFERENCES {s}.customers (id) ON DELETE CASCADE,
        amount numeric(10,2) NOT NULL DEFAULT 0,
        "select" text DEFAULT 'new',
        CONSTRAINT order_amount_check CHECK (amount >= 0));
      CREATE INDEX order_customer ON {s}."order" (customer_id) INCLUDE ("select");
      CREATE INDEX order_amount ON {s}."order" (amount DESC NULLS LAST) WHERE amount > 0;
      CREATE UNIQUE INDEX customers_email ON {s}.customers (lower(email));
      COMMENT ON COLUMN {s}."order".amount IS 'in euros';
      INSERT INTO {s}.customers (email, name, "Größe")
      SELECT n || '@example.org', CASE WHEN n % 3 > 0 THEN 'name ' || n END, n
      FROM generate_series(1, 50) n;
      INSERT INTO {s}."order" (customer_id, amount) SELECT n, n * 1.25 FROM generate_series(1, 50) n;
      """;

  private final Database database;
  private final Path directory;

  OperationsTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  /**
   * @param operations the YAML of the change
   * @param plain the DDL that comes to the same
   */
  record Case(String name, String operations, String plain, String schema) {

    String in(String text, String other) {
      return text.replace("{s}", '"' + other + '"');
    }

    @Override
    public String toString() {
      return name + " in " + schema;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leavesWhatPlainDdlMakes(Case operation) throws Exception {
    String schema = operation.schema();
    if (!schema.equals("public")) {
      database.run("CREATE SCHEMA \"" + schema + '"');
    }
    database.run(operation.in(START, schema));
    Workshop workshop = new Workshop(database, directory, schema);
    List<String> before = CatalogPicture.of(database);
    List<String> rows = rows(schema);

    workshop.advance("0001_case", inYaml(operation.operations(), schema));
    workshop.rollback();
    assertEquals(before, CatalogPicture.of(database));
    assertEquals(rows, rows(schema));

    workshop.advance();
    workshop.retire();
    workshop.contract();
    database.run("CREATE SCHEMA plain", operation.in(START, "plain"));
    database.run(operation.in(operation.plain(), "plain"));
    assertEquals(
        CatalogPicture.of(database, "plain"), CatalogPicture.of(database, schema));
    assertEquals("50", database.queryOne("SELECT count(*) FROM \"" + schema + "\".customers"));
  }

  /** The schema as SQL inside a double-quoted YAML text. */
  private static String inYaml(String yaml, String schema) {
    return yaml.replace("{s}", "\\\"" + schema + "\\\"");
  }

  private List<String> rows(String schema) throws Exception {
    return database.strings(
        "SELECT c::text FROM \"%s\".customers c ORDER BY id".formatted(schema));
  }

  static Stream<Case> cases() {
    return Stream.of("public", "Mixed Case")
        .flatMap(
            schema ->
                Stream.of(
                        OperationCases.all(),
                        StackedCases.all(),
                        AlgebraCases.all(),
                        EnumCases.all(),
                        ObjectCases.all())
                    .flatMap(cases -> cases)
                    .map(c -> new Case(c[0], c[1], c[2], schema)));
  }
}
