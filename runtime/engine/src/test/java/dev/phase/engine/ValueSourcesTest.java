package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identities, serials and generated columns, while versions disagree on them. */
@PostgresTest
final class ValueSourcesTest {

  private final Database database;
  private final Workshop workshop;

  ValueSourcesTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveTables() throws Exception {
    database.run(
        "CREATE TABLE serials (id serial PRIMARY KEY, a text)",
        "ALTER SEQUENCE serials_id_seq INCREMENT BY 5 CACHE 3",
        "INSERT INTO serials (a) VALUES ('x'), ('y')",
        "CREATE TABLE given (id int PRIMARY KEY, nr bigint NOT NULL, maybe int UNIQUE, a text DEFAULT 'x')",
        "INSERT INTO given VALUES (7, 1, 1)",
        "CREATE TABLE strict (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text)",
        "CREATE TABLE people (id int PRIMARY KEY, name text,"
            + " loud text GENERATED ALWAYS AS (upper(name)) STORED)",
        "INSERT INTO people VALUES (1, 'ada'), (2, 'bob')");
  }

  @Test
  void anIdentityGoesOnWhereTheSerialStopped() throws Exception {
    advance("0001_identity", "{ table: serials, column: id, identity: always }");
    database.run("INSERT INTO serials (id, a) VALUES (nextval('serials_id_seq'), 'z')");
    long last = Long.parseLong(database.queryOne("SELECT max(id) FROM serials"));
    contract();

    database.run("INSERT INTO serials (a) VALUES ('new')");

    long next = Long.parseLong(database.queryOne("SELECT max(id) FROM serials"));
    assertTrue(next > last && (next - last) % 5 == 0, next + " after " + last);
    assertEquals(
        "5/3",
        database.queryOne(
            "SELECT seqincrement || '/' || seqcache FROM pg_sequence"
                + " WHERE seqrelid = pg_get_serial_sequence('serials', 'id')::regclass"));
    assertThrows(SQLException.class, () -> database.run("INSERT INTO serials VALUES (1000, 'mine')"));
  }

  @Test
  void aColumnIsNumberedFromItsHighestNumberOn() throws Exception {
    advance("0001_identity", "{ table: given, column: id, identity: always }");
    database.run("INSERT INTO given (nr) VALUES (2)", "INSERT INTO given (id, nr) VALUES (100, 3)");
    assertEquals("7 8 100", database.queryOne("SELECT string_agg(id::text, ' ' ORDER BY id) FROM given"));

    contract();

    database.run("INSERT INTO given (nr) VALUES (4)");
    assertEquals("9", database.queryOne("SELECT id FROM given WHERE nr = 4"));
    assertThrows(SQLException.class, () -> database.run("INSERT INTO given (id, nr) VALUES (5, 5)"));
  }

  @Test
  void anIdentityIsTakenBackFromAColumnThatAContractHasRenamed() throws Exception {
    workshop.advance(
        "0001_number", "operations:\n- rename_column: { table: given, from: id, to: number }\n");
    advance("0002_identity", "{ table: given, column: number, identity: by_default }");
    contract();

    workshop.rollback();

    assertThrows(SQLException.class, () -> database.run("INSERT INTO given (nr) VALUES (2)"));
  }

  @Test
  void newerVersionsGiveNumbersWhileOlderOnesStillGetThem() throws Exception {
    advance("0001_own", "{ table: strict, column: id, identity: none, default: 77 }");

    database.run(
        "INSERT INTO strict (a) VALUES ('old')",
        "INSERT INTO public_0001_own.strict (id, a) VALUES (50, 'new')",
        "INSERT INTO public_0001_own.strict (a) VALUES ('default')");

    assertEquals(
        "old 1, new 50, default 77",
        database.queryOne("SELECT string_agg(a || ' ' || id, ', ' ORDER BY id) FROM strict"));
    workshop.rollback();
    assertThrows(SQLException.class, () -> database.run("INSERT INTO strict VALUES (51, 'no')"));
    database.run("INSERT INTO strict (a) VALUES ('still')");
  }

  @Test
  void aGeneratedColumnIsWrittenByNewerVersionsAndComputedForOlderOnes() throws Exception {
    advance(
        "0001_own", "{ table: people, column: loud, generated: none, up: upper(name), comment: own }");

    database.run(
        "INSERT INTO people (id, name) VALUES (3, 'cleo')",
        "INSERT INTO public_0001_own.people VALUES (4, 'dan', 'DANNY')",
        "UPDATE public_0001_own.people SET loud = 'MINE' WHERE id = 1",
        "UPDATE people SET name = 'bobby' WHERE id = 2");

    assertEquals("ADA BOBBY CLEO DAN", loud("public"));
    assertEquals("MINE BOBBY CLEO DANNY", loud("public_0001_own"));
    contract();
    assertEquals("MINE BOBBY CLEO DANNY", loud("public"));
  }

  @Test
  void aVirtualColumnHasNoValuesToKeep() throws Exception {
    Assumptions.assumeTrue(database.majorVersion() >= 18);
    database.run("ALTER TABLE people ADD soft text GENERATED ALWAYS AS (lower(name)) VIRTUAL");

    refuses("{ table: people, column: soft, generated: none }", "is virtual");
    advance("0001_soft", "{ table: people, column: soft, generated: none, up: lower(name) }");
    contract();

    assertEquals("ada bob", database.queryOne("SELECT string_agg(soft, ' ' ORDER BY id) FROM people"));
  }

  @Test
  void whatCannotBeNumbered() throws Exception {
    refuses("{ table: given, column: a, identity: always }", "has the type text");
    refuses("{ table: given, column: maybe, identity: always }", "may be NULL");
    refuses("{ table: given, column: nr, identity: always }", "has no index");
    refuses("{ table: given, column: id, identity: none }", "is no identity column");
    refuses("{ table: given, column: id, identity: always, default: 1 }", "so it has no default");
    refuses("{ table: strict, column: id, default: 1 }", "so it has no default");
    refuses("{ table: given, column: nr, identity: always, type: int }", "changes in flight");
    database.run("ALTER TABLE given ALTER id SET DEFAULT 9");
    refuses("{ table: given, column: id, identity: always }", "has the default 9");
    database.run("ALTER TABLE given ALTER nr SET DEFAULT nextval('serials_id_seq')");
    refuses("{ table: serials, column: id, identity: always }", "has the default nextval");
  }

  @Test
  void whatCannotBeGenerated() throws Exception {
    refuses("{ table: people, column: name, generated: lower(loud) }", "would rewrite the table");
    refuses("{ table: people, column: loud, generated: lower(name) }", "would rewrite the table");
    refuses("{ table: people, column: name, generated: none }", "is not generated");
    refuses("{ table: people, column: loud, default: 'x' }", "so it has no default");
    refuses("{ table: people, column: loud, generated: none, up: name, down: loud }", "`down`");
    refuses("{ table: people, column: loud, generated: none, up: loud }", "has no value yet");
    refuses("{ table: people, column: loud, type: varchar(9) }", "it is a generated column");
    rejects(
        "- add_column: { table: people, column: { name: b, type: text, generated: upper(name) } }",
        "would rewrite the table");
    rejects(
        "- create_table: { name: t, columns: [ { name: b, type: int, generated: 1, default: 2 } ] }",
        "more than one way");
  }

  private void advance(String id, String alterColumn) {
    workshop.advance(id, "operations:\n- alter_column: " + alterColumn + "\n");
  }

  private void contract() {
    workshop.retire();
    workshop.contract();
  }

  private String loud(String schema) throws Exception {
    return database.queryOne(
        "SELECT string_agg(loud, ' ' ORDER BY id) FROM " + schema + ".people");
  }

  private void refuses(String alterColumn, String expected) throws Exception {
    rejects("- alter_column: " + alterColumn, expected);
  }

  private void rejects(String operation, String expected) throws Exception {
    ChangesRejected e =
        assertThrows(
            ChangesRejected.class,
            () -> workshop.advance("0001_no", "operations:\n" + operation + "\n"));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    workshop.delete("0001_no");
  }
}
