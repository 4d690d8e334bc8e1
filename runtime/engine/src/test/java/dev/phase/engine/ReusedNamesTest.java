package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that one version gives up and a later one gives to something else. */
@PostgresTest
@Tag("lifecycle")
final class ReusedNamesTest {

  private static final String RENAME = "operations:\n- rename_table: { from: a, to: t }\n";
  private static final String ALTER =
      """
      operations:
        - alter_column: { table: t, column: y, type: varchar, up: y, down: y }
      """;
  private static final String CREATE =
      """
      operations:
        - create_table: { name: a, columns: [ { name: id, type: bigint, primary_key: true }, { name: z, type: text } ] }
        - add_column: { table: a, column: { name: w, type: text }, up: z }
      """;

  private final Database database;
  private final Workshop workshop;

  ReusedNamesTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveATable() throws Exception {
    database.run(
        "CREATE TABLE a (id bigint PRIMARY KEY, y text)", "INSERT INTO a VALUES (1, 'one')");
  }

  @Test
  void aTableUnderTheNameOfOneThatIsStillInFlight() throws Exception {
    workshop.advance("0001_rename", RENAME);
    workshop.advance("0002_alter", ALTER);
    workshop.advance("0003_create", CREATE);
    contractAll(3);
    assertPlain();
  }

  @Test
  void aTableUnderTheNameOfOneWhoseRenameWasContracted() throws Exception {
    workshop.advance("0001_rename", RENAME);
    workshop.advance("0002_alter", ALTER);
    contractAll(1);
    workshop.advance("0003_create", CREATE);
    workshop.rollback();
    workshop.advance();
    contractAll(2);
    assertPlain();
  }

  @Test
  void aTableWhoseRenameWasContractedBeforeTheNextChange() throws Exception {
    database.run("ALTER TABLE a ADD z text DEFAULT 'last'");
    workshop.change("0001_rename", RENAME).advance("0002_convert", ALTER);
    contractAll(1);
    workshop.advance("0003_alter", ALTER);
    workshop.retire();
    workshop.restore();
    assertEquals("one", database.queryOne("SELECT y FROM public_0002_convert.t"));
    contractAll(1);

    assertEquals("one", database.queryOne("SELECT y FROM t"));
    assertEquals("one", database.queryOne("SELECT y FROM public_0003_alter.t"));
  }

  @Test
  void aDoorKeepsItsOrderOfColumnsWhenTheNextChangeTouchesItsTableAgain() throws Exception {
    database.run("ALTER TABLE a ADD COLUMN note text");
    workshop.advance(
        "0001_number",
        "operations: [{ alter_column: { table: a, column: y, type: integer, up: length(y), down: y } }]");
    contractAll(1);
    workshop.advance(
        "0002_note",
        "operations: [{ alter_column: { table: a, column: note, nullable: false, up: \"''\" } }]");
    workshop.retire();
    workshop.restore();
    assertEquals(
        "id,y,note",
        String.join(
            ",",
            database.strings(
                """
                SELECT column_name FROM information_schema.columns
                WHERE table_schema = 'public_0001_number' AND table_name = 'a'
                ORDER BY ordinal_position""")));
    assertEquals("3", database.queryOne("SELECT y FROM public_0001_number.a"));
  }

  @Test
  void doorsAndTablesWhoseNamesContinueOneAnother() throws Exception {
    database.run(
        "CREATE TABLE audit (id bigint, y text)",
        "CREATE TABLE roles_audit (id bigint, y text)");
    String convert = "{ alter_column: { table: %s, column: y, type: varchar, up: lower(y), down: y } }";
    workshop.advance(
        "0001_user",
        "operations: [ %s, %s ]"
            .formatted(convert.formatted("audit"), convert.formatted("roles_audit")));
    workshop.advance("0001_user_roles", "operations: [ %s ]".formatted(convert.formatted("a")));
    database.run("INSERT INTO public_0001_user.roles_audit VALUES (7, 'seven')");
    assertEquals("seven", database.queryOne("SELECT y FROM roles_audit"));
    assertEquals("seven", database.queryOne("SELECT y FROM public_0001_user.roles_audit"));
  }

  @Test
  void aConstraintUnderTheNameOfOneThatALowerVersionHasDropped() throws Exception {
    database.run("ALTER TABLE a ADD CONSTRAINT c CHECK (y <> '')");
    workshop.advance("0001_drop", "operations:\n- drop_constraint: { table: a, name: c }\n");
    workshop.advance(
        "0002_add", "operations:\n- add_constraint: { table: a, name: c, check: \"y <> '-'\" }\n");
    contractAll(2);

    assertEquals(
        "CHECK ((y <> '-'::text))",
        database.queryOne("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'c'"));
  }

  @Test
  void aColumnUnderTheNameOfOneThatALowerVersionHasDropped() throws Exception {
    workshop.advance(
        "0001_drop", "operations:\n- drop_column: { table: a, column: y, down: \"'-'\" }\n");
    workshop.advance(
        "0002_add",
        "operations:\n- add_column: { table: a, column: { name: y, type: int }, up: \"id + 1\" }\n");
    database.run(
        "INSERT INTO a VALUES (2, 'two')",
        "SET search_path = public_0001_drop; INSERT INTO a VALUES (3); RESET search_path",
        "INSERT INTO public_0002_add.a VALUES (4, 40)",
        "UPDATE a SET y = 'changed' WHERE id = 4",
        "UPDATE public_0002_add.a SET y = 10 WHERE id = 1");
    assertEquals("one two - changed", database.queryOne("SELECT string_agg(y, ' ' ORDER BY id) FROM a"));
    String numbers = "SELECT string_agg(y::text, ' ' ORDER BY id) FROM ";
    assertEquals("10 3 4 40", database.queryOne(numbers + "public_0002_add.a"));
    contractAll(1);
    assertEquals("10 3 4 40", database.queryOne(numbers + "public_0002_add.a"));
    contractAll(1);
    assertEquals("10 3 4 40", database.queryOne(numbers + "a"));
  }

  @Test
  void aVersionIsRestoredAfterAContractHasGivenItsTableTheNewName() throws Exception {
    workshop.advance("0001_rename", RENAME);
    contractAll(1);
    workshop.advance("0002_create", "operations:\n- create_sequence: { name: s }\n");
    workshop.retire();
    workshop.restore();

    assertEquals("one", database.queryOne("SELECT y FROM public_0001_rename.t"));
  }

  @Test
  void aNameThatAContractGivesTheBaseTableIsMaskedWhereItIsGone() {
    workshop.advance("0001_rename", RENAME);
    workshop.advance("0002_rename", "operations:\n- rename_table: { from: t, to: u }\n");
    contractAll(1);

    SQLException masked =
        assertThrows(
            SQLException.class,
            () -> database.run("SET search_path = public_0002_rename, public; SELECT FROM t"));
    assertTrue(
        masked.getMessage().contains("Version 0002_rename has no table t: it was renamed to u."),
        masked.getMessage());
  }

  private void contractAll(int versions) {
    for (int i = 0; i < versions; i++) {
      if (workshop.status().versions().get(0).state().equals("live")) {
        workshop.retire();
      }
      workshop.contract();
    }
  }

  private void assertPlain() throws Exception {
    database.run(
        "INSERT INTO a (id, z) VALUES (2, 'two')",
        "CREATE SCHEMA plain",
        "CREATE TABLE plain.t (id bigint CONSTRAINT a_pkey PRIMARY KEY, y varchar)",
        "CREATE TABLE plain.a (id bigint CONSTRAINT a_pkey1 PRIMARY KEY, z text, w text)");
    assertEquals(CatalogPicture.of(database, "plain"), CatalogPicture.of(database, "public"));
    assertEquals("one", database.queryOne("SELECT y FROM t"));
  }
}
