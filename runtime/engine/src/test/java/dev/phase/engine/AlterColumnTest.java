package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.need.Decision;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that change where they stand, and what older versions see of it. */
@PostgresTest
final class AlterColumnTest {

  private static final String TO_TEXT =
      "operations:\n- alter_column: { table: users, column: name, type: text }\n";

  private final Database database;
  private final Workshop workshop;

  AlterColumnTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveUsers() throws Exception {
    database.run(
        "CREATE TABLE users (id bigint PRIMARY KEY, name varchar(9), age int)",
        "CREATE INDEX by_name ON users (name)",
        "INSERT INTO users SELECT n, 'u' || n, n FROM generate_series(1, 20) n");
  }

  @Test
  void aWiderTypeTouchesNoRowAndNoIndex() throws Exception {
    String before = files();

    workshop.advance("0001_text", TO_TEXT);
    database.run("UPDATE users SET name = 'much longer than nine' WHERE id = 1");

    assertEquals(before, files());
    assertEquals("0", database.queryOne("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal"));
    assertEquals(
        "1", database.queryOne("SELECT count(*) FROM pg_class WHERE relnamespace = 'public_0001_text'::regnamespace"));
  }

  @Test
  void aRollbackLeavesTheWiderTypeAndTheNextAdvanceTakesIt() throws Exception {
    workshop.advance("0001_text", TO_TEXT);
    workshop.rollback();
    assertEquals("text", type("users", "name"));

    workshop.advance();

    assertEquals("text", type("users", "name"));
    workshop.retire();
    workshop.contract();
    assertEquals("text", type("users", "name"));
  }

  @Test
  void aVersionThatShowsTheColumnKeepsItsType() throws Exception {
    workshop.advance(
        "0001_age", "operations:\n- rename_column: { table: users, from: age, to: years }\n");
    assertEquals(
        List.of(
            "Column name of users gets a shadow column:"
                + " version 0001_age shows it through a view."),
        decisions("0002_text", TO_TEXT));

    workshop.advance();

    assertEquals("character varying", type("users", "name"));
    database.run("UPDATE public_0002_text.users SET name = 'another' WHERE id = 1");
    assertEquals("another", database.queryOne("SELECT name FROM public_0001_age.users WHERE id = 1"));
    workshop.retire();
    workshop.contract();
    workshop.retire();
    workshop.contract();
    assertEquals("text", type("users", "name"));
  }

  @Test
  void aViewThatOutlivedItsContractKeepsTheType() throws Exception {
    workshop.advance(
        "0001_people", "operations:\n- rename_table: { from: users, to: people }\n");
    workshop.retire();
    workshop.contract();

    assertEquals(
        List.of(
            "Column name of people gets a shadow column:"
                + " version 0001_people shows it through a view."),
        decisions("0002_text", TO_TEXT.replace("users", "people")));
    workshop.advance();
  }

  @Test
  void aColumnThatIsConvertedKeepsItsType() throws Exception {
    assertEquals(
        List.of(
            "Column name of users gets a shadow column: 0001_text,"
                + " operations[0].add_column.up converts it."),
        decisions(
            "0001_text",
            """
            operations:
              - add_column: { table: users, column: { name: short, type: text }, up: "left(name, 2)" }
              - alter_column: { table: users, column: name, type: text }
            """));
  }

  @Test
  void reasonsAreSaid() throws Exception {
    database.run("CREATE INDEX lower_name ON users (lower(name))");
    assertEquals(
        List.of(
            "Column name of users gets a shadow column:"
                + " index lower_name would be rebuilt under ACCESS EXCLUSIVE.",
            "Column age of users gets a shadow column:"
                + " `up` and `down` say that its values are converted.",
            "The default of column age of users changes in the views of newer versions only;"
                + " the base table follows at contract."),
        decisions(
            "0001_all",
            """
            operations:
              - alter_column: { table: users, column: name, type: text }
              - alter_column: { table: users, column: age, up: age + 1, down: age - 1 }
              - alter_column: { table: users, column: age, default: 18 }
            """));
  }

  @Test
  void aTypeThatReadsTheSameBitsOtherwiseIsConverted() throws Exception {
    assertEquals(
        List.of("Column age of users gets a shadow column: negative numbers would become others."),
        decisions(
            "0001_oid", "operations:\n- alter_column: { table: users, column: age, type: oid }\n"));
  }

  @Test
  void rowsWithNullAreFoundAndCanBeMended() throws Exception {
    database.run("UPDATE users SET age = NULL WHERE id = 7");
    PhaseException failure =
        assertThrows(
            PhaseException.class,
            () ->
                workshop.advance(
                    "0001_age",
                    "operations:\n- alter_column: { table: users, column: age, nullable: false }\n"));
    assertEquals(ExitCode.SQL_FAILED, failure.exitCode());
    assertTrue(failure.getMessage().contains("phase_1_age_not_null"), failure.getMessage());
    assertThrows(SQLException.class, () -> database.run("INSERT INTO users VALUES (99)"));

    database.run("UPDATE users SET age = 0 WHERE id = 7");
    workshop.advance();

    assertEquals("NO", nullable("users", "age"));
    assertThrows(SQLException.class, () -> database.run("INSERT INTO users VALUES (99)"));
    workshop.rollback();
    database.run("INSERT INTO users VALUES (99)");
  }

  @Test
  void notNullIsTakenBackFromAColumnThatAContractHasRenamed() throws Exception {
    workshop.advance(
        "0001_years", "operations:\n- rename_column: { table: users, from: age, to: years }\n");
    workshop.advance(
        "0002_needed",
        "operations:\n- alter_column: { table: users, column: years, nullable: false }\n");
    workshop.retire();
    workshop.contract();
    assertEquals("NO", nullable("users", "years"));

    workshop.rollback();

    assertEquals("YES", nullable("users", "years"));
  }

  private List<String> decisions(String id, String yaml) {
    workshop.change(id, yaml);
    return workshop.run(engine -> engine.inspection().preview(workshop.files())).stream()
        .flatMap(plan -> plan.decisions().stream())
        .map(Decision::text)
        .toList();
  }

  private String files() throws Exception {
    return database.queryOne(
        "SELECT string_agg(pg_relation_filenode(oid)::text, ' ' ORDER BY relname) FROM pg_class"
            + " WHERE relname IN ('users', 'users_pkey', 'by_name')");
  }

  private String type(String table, String column) throws Exception {
    return column("data_type", table, column);
  }

  private String nullable(String table, String column) throws Exception {
    return column("is_nullable", table, column);
  }

  private String column(String what, String table, String column) throws Exception {
    return database.queryOne(
        "SELECT %s FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '%s' AND column_name = '%s'"
            .formatted(what, table, column));
  }
}
