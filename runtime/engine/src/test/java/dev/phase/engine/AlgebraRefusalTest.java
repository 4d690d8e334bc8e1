package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.change.InvalidChanges;
import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Splits and merges that would lose something, or that cannot be. */
@PostgresTest
@Tag("lifecycle")
final class AlgebraRefusalTest {

  private final Database database;
  private final Workshop workshop;

  AlgebraRefusalTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveUsers() throws Exception {
    database.run(
        "CREATE DOMAIN positive AS int CHECK (value > 0)",
        "CREATE TABLE users (id int PRIMARY KEY, name text, mail text, no int)",
        "CREATE VIEW mails AS SELECT mail FROM users");
  }

  @Test
  void splits() throws Exception {
    refuses(
        split("name", "mail: { type: text, up: name }", "mail"),
        "Table users already has a column mail.");
    refuses(split("nam", "a: { type: text, up: nam }", "a"), "Table users has no column nam.");
    refuses(split("mail", "a: { type: text, up: mail }", "a"), "Cannot split column mail of table users: view public.mails");
    refuses(split("id", "a: { type: int, up: id }", "a"), "primary key users_pkey");
    refuses(split("name", "a: { type: text, up: name }", "name"), "column \"name\" does not exist");
    refuses(split("name", "a: { type: int, up: name }", "a::text"), "return type mismatch");
    refuses(split("no", "a: { type: positive, up: no }", "a"), "rewrite the table");
  }

  @Test
  void merges() throws Exception {
    refuses(merge("[ name ]", "x", "name: x"), "Merging takes at least two columns of table users");
    refuses(merge("[ name, name ]", "x", "name: x"), "each of them once");
    refuses(
        merge("[ name, no ]", "x", "name: x"),
        "Nothing says what older versions see in column no of users. Say it with `down`; `no: null` where it is nothing.");
    refuses(
        merge("[ name, no ]", "x", "name: x, no: null, id: null"),
        "`down` has a value for column id of users, which is not merged.");
    refuses(merge("[ name, no ]", "mail", "name: mail, no: null"), "already has a column mail");
    refuses(merge("[ name, mail ]", "x", "name: x, mail: x"), "Cannot merge column mail of table users");
  }

  @Test
  void valuesThatNobodySaid() {
    for (String missing : List.of("a: { type: text }", "a: { up: name }", "a: {}")) {
      assertThrows(
          InvalidChanges.class,
          () -> workshop.advance("0001_refused", split("name", missing, "a")), missing);
    }
    InvalidChanges invalid =
        assertThrows(
            InvalidChanges.class,
            () ->
                workshop.advance(
                    "0001_refused",
                    "operations:\n- split_column: { table: users, column: name, into: {} }\n"));
    assertEquals(2, invalid.problems().size(), invalid.getMessage());
  }

  private static String split(String column, String into, String down) {
    return "operations:\n- split_column: { table: users, column: %s, into: { %s }, down: \"%s\" }\n"
        .formatted(column, into, down);
  }

  private static String merge(String columns, String name, String down) {
    return "operations:\n- merge_columns: { table: users, columns: %s, into: { name: %s, type: text, up: name }, down: { %s } }\n"
        .formatted(columns, name, down);
  }

  private void refuses(String change, String expected) throws Exception {
    List<String> before = CatalogPicture.of(database);
    ChangesRejected e =
        assertThrows(ChangesRejected.class, () -> workshop.advance("0001_refused", change));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertEquals(before, CatalogPicture.of(database));
  }
}
