package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each operation, from expand to contract: rollback leaves what was there, contract leaves what plain
 * DDL makes; in the public schema and in one whose name needs quotes.
 */
@PostgresTest
@Execution(ExecutionMode.CONCURRENT)
@Tag("lifecycle")
final class OperationsTest {

  /** What every case starts from; {s} is the schema. */
  static final String START =
      """
      CREATE SCHEMA IF NOT EXISTS extra;
      CREATE TYPE {s}.grade AS ENUM ('a', 'b');
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
      CREATE TABLE {s}."Ticket" (
        "Id" serial PRIMARY KEY,
        number bigint NOT NULL UNIQUE,
        title text,
        loud text GENERATED ALWAYS AS (upper(title)) STORED);
      CREATE INDEX order_customer ON {s}."order" (customer_id) INCLUDE ("select");
      CREATE INDEX order_amount ON {s}."order" (amount DESC NULLS LAST) WHERE amount > 0;
      CREATE UNIQUE INDEX customers_email ON {s}.customers (lower(email));
      COMMENT ON COLUMN {s}."order".amount IS 'in euros';
      INSERT INTO {s}.customers (email, name, "Größe")
      SELECT n || '@example.org', CASE WHEN n % 3 > 0 THEN 'name ' || n END, n
      FROM generate_series(1, 50) n;
      INSERT INTO {s}."Ticket" (number, title) SELECT n * 10, 'ticket ' || n FROM generate_series(1, 5) n;
      INSERT INTO {s}."order" (customer_id, amount) SELECT n, n * 1.25 FROM generate_series(1, 50) n;
      """;

  /** {@code -Dphase.test.cases='.*key.*'} runs only those whose name is like that. */
  private static final String CASES = System.getProperty("phase.test.cases", ".*");

  private final Database database;
  private final Path directory;

  OperationsTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  /**
   * @param operations the YAML of the change
   * @param plain the DDL that comes to the same
   * @param start what there is before
   * @param left the DDL that comes to what rollback leaves behind, as the documentation says
   */
  record Case(
      String name,
      String operations,
      String plain,
      Optional<String> left,
      String start,
      String schema) {

    String in(String text, String other) {
      return text.replace("{s}", '"' + other + '"');
    }

    /** Schema and tables, and nothing of Phase's. */
    void prepare(Database database) throws SQLException {
      database.run("CREATE SCHEMA IF NOT EXISTS \"" + schema + '"', in(start, schema));
    }

    /** The change, with the schema as SQL inside a double-quoted YAML text. */
    String change() {
      return operations.replace("{s}", "\\\"" + schema + "\\\"");
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
    operation.prepare(database);
    Workshop workshop = new Workshop(database, directory, schema);
    List<String> before = CatalogPicture.of(database);
    List<String> functions = functions();
    List<String> rows = rows(schema);

    workshop.advance("0001_case", operation.change());
    workshop.rollback();
    if (operation.left().isPresent()) {
      database.run("CREATE SCHEMA left_over", operation.in(operation.start(), "left_over"));
      database.run(operation.in(operation.left().get(), "left_over"));
      assertEquals(
          CatalogPicture.of(database, "left_over"), CatalogPicture.of(database, schema));
      database.run("DROP SCHEMA left_over CASCADE");
    } else {
      assertEquals(before, CatalogPicture.of(database));
    }
    assertEquals(functions, functions());
    assertEquals(rows, rows(schema));

    workshop.advance();
    workshop.retire();
    workshop.contract();
    assertEquals(functions, functions());
    database.run("CREATE SCHEMA plain", operation.in(operation.start(), "plain"));
    database.run(operation.in(operation.plain(), "plain"));
    assertEquals(
        CatalogPicture.of(database, "plain"), CatalogPicture.of(database, schema));
    assertEquals(DumpPicture.of(database, "plain"), DumpPicture.of(database, schema));
    assertEquals(
        Integer.toString(rows.size()),
        database.queryOne("SELECT count(*) FROM \"" + schema + "\".customers"));
  }

  private List<String> rows(String schema) throws Exception {
    return database.strings(
        "SELECT c::text FROM \"%s\".customers c ORDER BY id".formatted(schema));
  }

  /** Those of Phase itself, among which it keeps the ones of its versions. */
  private List<String> functions() throws Exception {
    return database.strings(
        "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'phase'::regnamespace"
            + " ORDER BY 1");
  }

  static Stream<Case> cases() {
    return Stream.of("public", "Mixed Case")
        .flatMap(
            schema ->
                Stream.concat(
                    Stream.of(
                            OperationCases.all(),
                            AlterColumnCases.all(),
                            AlgebraCases.all(),
                            EnumCases.all(),
                            StackedCases.all(),
                            ObjectCases.all())
                        .flatMap(cases -> cases)
                        .map(c -> of(c, START, schema)),
                    KeyCases.all().map(c -> of(c, KeyCases.START, schema))))
        .filter(c -> c.name().matches(CASES));
  }

  private static Case of(String[] c, String start, String schema) {
    return new Case(
        c[0],
        c[1],
        c[2],
        Optional.of(c).filter(all -> all.length > 3).map(all -> all[3]),
        start,
        schema);
  }
}
