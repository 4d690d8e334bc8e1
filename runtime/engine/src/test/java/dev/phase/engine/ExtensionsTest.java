package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions that a change creates, and those that it finds. */
@PostgresTest
@Tag("lifecycle")
final class ExtensionsTest {

  private static final String CHANGE =
      """
      operations:
      - create_extension: { name: citext }
      - alter_column: { table: users, column: mail, type: citext, up: mail, down: mail }
      - create_table: { name: tags, columns: [ { name: tag, type: "citext[]", default: "'{x}'::citext[]" } ] }
      """;

  private final Database database;
  private final Workshop workshop;

  ExtensionsTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveUsers() throws Exception {
    database.run(
        "CREATE TABLE users (id int PRIMARY KEY, mail text)", "INSERT INTO users VALUES (1, 'A')");
  }

  @Test
  void whatAChangeCreatesServesItAtOnceAndGoesWithIt() throws Exception {
    List<String> before = CatalogPicture.of(database);
    workshop.advance("0001_citext", CHANGE);
    assertEquals("1", database.queryOne("SELECT id FROM public_0001_citext.users WHERE mail = 'a'"));

    workshop.rollback();
    assertEquals(before, CatalogPicture.of(database));

    workshop.advance();
    workshop.retire();
    workshop.contract();
    assertEquals("1", database.queryOne("SELECT id FROM users WHERE mail = 'a'"));
  }

  @Test
  void whatItFindsIsLeftAlone() throws Exception {
    database.run("CREATE EXTENSION citext");
    List<String> before = CatalogPicture.of(database);
    workshop.advance("0001_citext", CHANGE);
    workshop.rollback();
    assertEquals(before, CatalogPicture.of(database));
  }

  @Test
  void aRollbackLeavesWhatOthersHaveComeToUse() throws Exception {
    workshop.advance("0001_citext", CHANGE);
    database.run("CREATE SCHEMA other", "CREATE TABLE other.names (name citext)");
    workshop.rollback();
    assertEquals("citext", database.queryOne("SELECT extname FROM pg_extension WHERE extname = 'citext'"));
    assertEquals("1", Integer.toString(workshop.status().versions().size()));
  }

  @Test
  void whatCannotBeCreatedIsRefusedBeforeAnythingRuns() throws Exception {
    database.run("CREATE SCHEMA ext", "CREATE EXTENSION hstore SCHEMA ext");
    refuses(
        "{ name: hstore, schema: public }",
        "Extension hstore is there already, in schema ext. Remove `schema`, or name that one.");
    refuses(
        "{ name: hstore, version: \"0.1\" }",
        "is there already, in version ");
    refuses(
        "{ name: no_such_thing }",
        "or let an administrator create it beforehand.");
  }

  private void refuses(String operation, String expected) throws Exception {
    List<String> before = CatalogPicture.of(database);
    ChangesRejected e =
        assertThrows(
            ChangesRejected.class,
            () ->
                workshop.advance(
                    "0001_refused", "operations:\n- create_extension: " + operation + "\n"));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertEquals(before, CatalogPicture.of(database));
  }
}
