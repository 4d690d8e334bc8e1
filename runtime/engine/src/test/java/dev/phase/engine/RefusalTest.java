package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Phase does not do, it says before it starts, and names the object that is in the way. */
@PostgresTest
@Tag("lifecycle")
final class RefusalTest {

  private final Database database;
  private final Workshop workshop;

  RefusalTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @Test
  void policiesThatAViewWouldNotRespect() throws Exception {
    Assumptions.assumeTrue(database.majorVersion() < 15);
    database.run(
        "CREATE TABLE secrets (id int PRIMARY KEY, tenant text, body text)",
        "ALTER TABLE secrets ENABLE ROW LEVEL SECURITY");

    refuses(
        "- rename_column: { table: secrets, from: body, to: content }", "row-level security");
  }

  @Test
  void policiesAreRespectedWhereViewsCanRespectThem() throws Exception {
    Assumptions.assumeTrue(database.majorVersion() >= 15);
    database.run(
        "CREATE TABLE secrets (id int PRIMARY KEY, tenant text, body text)",
        "INSERT INTO secrets VALUES (1, 'a', 'x'), (2, 'b', 'y')",
        "ALTER TABLE secrets ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY own ON secrets USING (tenant = current_setting('app.tenant'))");
    String tenant = database.createRole("tenant");
    database.run("GRANT SELECT ON secrets TO \"" + tenant + '"');
    workshop.advance(
        "0001_content",
        "operations:\n- rename_column: { table: secrets, from: body, to: content }\n");

    try (Connection connection = database.connectAs(tenant);
        var statement = connection.createStatement()) {
      statement.execute("SET app.tenant = 'b'");
      var rows = statement.executeQuery("SELECT content FROM public_0001_content.secrets");
      assertTrue(rows.next());
      assertEquals("y", rows.getString(1));
      assertTrue(!rows.next());
    }
  }

  @Test
  void aTypeThatRewritesTheTable() throws Exception {
    database.run(
        "CREATE DOMAIN positive AS int CHECK (value > 0)",
        "CREATE TABLE parts (id int PRIMARY KEY, n int)");

    refuses(
        "- add_column: { table: parts, column: { name: size, type: positive } }",
        "rewrite the table");
    refuses("- alter_column: { table: parts, column: n, type: positive }", "rewrite the table");
  }

  @Test
  void anIndexThatCannotBeBuiltConcurrently() throws Exception {
    database.run("CREATE TABLE log (at date, n int) PARTITION BY RANGE (at)");

    refuses("- create_index: { table: log, name: log_n, columns: [ n ] }", "is partitioned");
    refuses("- add_constraint: { table: log, name: u, unique: [ at, n ] }", "is partitioned");
  }

  @Test
  void aSchemaThatIsNotPhasesOwn() throws Exception {
    database.run(
        "CREATE TABLE users (id int PRIMARY KEY, name text)",
        "CREATE SCHEMA public_0001_name",
        "CREATE VIEW public_0001_name.users AS SELECT 1 AS mine");

    PhaseException refusal =
        assertThrows(
            PhaseException.class,
            () ->
                workshop.advance(
                    "0001_name",
                    "operations:\n- rename_column: { table: users, from: name, to: full_name }\n"));

    assertEquals(ExitCode.INVALID, refusal.exitCode());
    assertEquals(1, workshop.status().versions().size());
    assertEquals("1", database.queryOne("SELECT mine FROM public_0001_name.users"));
  }

  @Test
  void namesThatContractCouldNotGive() throws Exception {
    database.run(
        "CREATE TABLE users (id int PRIMARY KEY, name text)",
        "CREATE TABLE mails (id int PRIMARY KEY, mail text)",
        "CREATE INDEX by_mail ON mails (mail)",
        "CREATE VIEW v AS SELECT 1 AS one");

    refuses("- create_index: { table: users, name: by_mail, columns: [ name ] }", "of table mails");
    refuses("- create_index: { table: users, name: v, columns: [ name ] }", "a view");
    refuses("- add_constraint: { table: users, name: mails, unique: [ name ] }", "a table");
    refuses("- rename_table: { from: users, to: v }", "a view");
    refuses("- rename_table: { from: users, to: by_mail }", "of table mails");
    refuses("- create_table: { name: v, columns: [ { name: id, type: int } ] }", "a view");
  }

  @Test
  void whatAKeyOfTheSameVersionPointsTo() throws Exception {
    database.run(
        "CREATE TABLE users (id int PRIMARY KEY, mail text CONSTRAINT one_mail UNIQUE, up text)",
        "CREATE TABLE mails (id int PRIMARY KEY, mail text)");
    String key =
        "- add_constraint: { table: mails, name: owner, foreign_key: { columns: [ mail ], references: { table: users, columns: [ mail ] } } }\n";

    refuses(key + "- drop_column: { table: users, column: mail }", "mails.owner uses it");
    refuses(
        key + "- alter_column: { table: users, column: mail, type: varchar, up: mail, down: mail }",
        "mails.owner uses it");
    refuses(key + "- drop_constraint: { table: users, name: one_mail }", "mails.owner depends");
    refuses(key + "- drop_table: { name: users }", "mails.owner depends");
    refuses(
        key.replace("mails", "users").replace("[ mail ], ref", "[ up ], ref")
            + "- drop_column: { table: users, column: mail }",
        "users.owner uses it");
  }

  @Test
  void whatOthersStandOn() throws Exception {
    database.run(
        "CREATE TABLE users (id int PRIMARY KEY, name text, mail text UNIQUE)",
        "CREATE TABLE mails (mail text REFERENCES users (mail))",
        "CREATE MATERIALIZED VIEW names AS SELECT name FROM users");

    refuses("- alter_column: { table: users, column: name, type: varchar(10) }", "view public.names");
    refuses("- drop_column: { table: users, column: mail }", "foreign key public.mails.mails_mail_fkey");
    refuses("- drop_table: { name: users }", "depends on table users");
    refuses(
        "- alter_column: { table: users, column: mail, up: \"lower(mail)\", down: mail }",
        "foreign key public.mails.mails_mail_fkey");
  }

  @Test
  void aKeyToWhatIsNotUnique() throws Exception {
    database.run(
        "CREATE TABLE users (id int PRIMARY KEY, name text, mail text, UNIQUE (mail, name))",
        "CREATE TABLE mails (id int PRIMARY KEY, mail text)",
        "CREATE UNIQUE INDEX few ON users (name) WHERE id > 0");

    for (String column : List.of("mail", "name")) {
      refuses(
          "- add_constraint: { table: mails, name: owner, foreign_key: { columns: [ mail ], references: { table: users, columns: [ %s ] } } }"
              .formatted(column),
          "No primary key and no unique constraint of table users is on %s, so no foreign key can point there. Add a"
              .formatted(column));
    }
    refuses(
        "- create_table: { name: t, columns: [ { name: a, type: int, primary_key: true }, { name: b, type: int, references: { table: t, column: b } } ] }",
        "No primary key and no unique constraint of table t is on b");
    refuses(
        "- add_column: { table: mails, column: { name: owner, type: text, references: { table: users, column: id } } }",
        "operator does not exist: text = integer");
    database.run("CREATE UNIQUE INDEX one_each ON users (name)");
    workshop.delete("0001_refused");
    workshop.advance(
        "0001_keys",
        """
        operations:
        - add_constraint: { table: mails, name: owner, foreign_key: { columns: [ mail ], references: { table: users, columns: [ name ] } } }
        - create_table: { name: t, columns: [ { name: a, type: bigint, primary_key: true }, { name: b, type: int, references: { table: t, column: a } } ] }
        """);
  }

  @Test
  void valuesThatNobodySaid() throws Exception {
    database.run("CREATE TABLE users (id int PRIMARY KEY, name text, age int NOT NULL DEFAULT 7)");

    refuses("- alter_column: { table: users, column: age, nullable: true }", "do not expect a NULL");
    refuses(
        "- alter_column: { table: users, column: age, type: text, up: \"'x' || age\", down: \"1\" }",
        "has the default 7");
    refuses("- alter_column: { table: users, column: age, type: date }", "expression is of type");
    refuses(
        "- add_column: { table: users, column: { name: c, type: int, nullable: false } }",
        "have no value for it");
  }

  @Test
  void keysThatCannotBeCarriedOver() throws Exception {
    database.run(
        "CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int NOT NULL, b int)",
        "CREATE TABLE notes (user_id int REFERENCES users)",
        "CREATE TABLE bare (a int, r int4range)",
        "CREATE TABLE tags (id int PRIMARY KEY, name text NOT NULL)",
        "ALTER TABLE tags REPLICA IDENTITY USING INDEX tags_pkey",
        "CREATE SCHEMA other",
        "CREATE TABLE other.links (tag int REFERENCES tags)",
        "CREATE TABLE parts (id int PRIMARY KEY) PARTITION BY RANGE (id)");

    refuses(
        "- change_primary_key: { table: users, columns: [a] }",
        "foreign key notes.notes_user_id_fkey needs the present one, users_pkey");
    refuses("- change_primary_key: { table: users, columns: [b] }", "may be NULL");
    refuses(
        "- change_primary_key: { table: users, columns: { id: text } }",
        "Identity column id of users cannot have type text");
    refuses("- change_primary_key: { table: users, columns: { a: bigint } }", "is not in the primary key");
    refuses("- change_primary_key: { table: bare, columns: { a: bigint } }", "has no primary key");
    refuses(
        "- change_primary_key: { table: tags, columns: { id: bigint } }",
        "Foreign key other.links.links_tag_fkey points to table tags");
    database.run("DROP TABLE other.links");
    refuses("- change_primary_key: { table: tags, columns: [name] }", "replica identity");
    refuses("- change_primary_key: { table: parts, columns: { id: bigint } }", "partition key");
    refuses(
        "- add_constraint: { table: users, name: k, primary_key: [a] }",
        "already has the primary key users_pkey");
    refuses("- add_constraint: { table: bare, name: k, primary_key: [a] }", "may be NULL");
    refuses(
        "- add_constraint: { table: bare, name: x, exclude: { elements: [ { column: r, with: \"&&\" } ] } }",
        "lock all readers and writers out of table bare");
  }

  @Test
  void aSequenceThatAnotherColumnDrawsFrom() throws Exception {
    database.run(
        "CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n serial)",
        "CREATE TABLE notes (id int DEFAULT nextval('users_id_seq'), n int DEFAULT nextval('users_n_seq'))");

    refuses(
        "- change_primary_key: { table: users, columns: { id: bigint } }",
        "default from its identity public.notes.id uses it");
    refuses(
        "- drop_column: { table: users, column: n }",
        "default from its sequence public.notes.n uses it");
    refuses("- drop_table: { name: users }", "default from its");
  }

  private void refuses(String operation, String expected) throws Exception {
    List<String> before = CatalogPicture.of(database);
    ChangesRejected e =
        assertThrows(
            ChangesRejected.class,
            () -> workshop.advance("0001_refused", "operations:\n" + operation + "\n"));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertEquals(before, CatalogPicture.of(database));
  }
}
