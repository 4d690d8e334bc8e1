package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Foreign keys that set a default, and defaults that only views have before contract. */
@PostgresTest
final class HeldBackDefaultsTest {

  private static final String REMEDY =
      "Use `set_null`, or add the foreign key in a later change, once this default is contracted.";

  private final Database database;
  private final Workshop workshop;

  HeldBackDefaultsTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveTeams() throws Exception {
    database.run(
        "CREATE TABLE teams (id int PRIMARY KEY, name text)",
        "CREATE TABLE users (id int PRIMARY KEY, team int)",
        "INSERT INTO teams VALUES (0, 'nobody'), (1, 'a')",
        "INSERT INTO users VALUES (1, 1)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on_delete", "on_update"})
  void aDefaultThatAnUpHoldsBackIsNotSet(String event) {
    assertTrue(
        refusal(added("default: 0, ", event, ", up: team"))
            .contains(
                "Foreign key users_owner_fkey sets column owner of users to its default,"
                    + " which the base table does not have before contract. "
                    + REMEDY));
  }

  @Test
  void aDefaultOfAnEarlierOperationOrChangeIsSeen() throws Exception {
    String column =
        "- add_column: { table: users, up: team,"
            + " column: { name: owner, type: int, default: 0 } }\n";
    String key = key("owner");

    assertTrue(refusal(column + key).contains(REMEDY));
    workshop.delete("0001_refused");
    workshop.advance("0001_owner", "operations:\n" + column);
    assertTrue(refusal("0002_refused", key).contains(REMEDY));
    workshop.delete("0002_refused");
    workshop.retire();
    workshop.contract();
    workshop.advance("0002_key", "operations:\n" + key);
  }

  @Test
  void aDefaultThatAColumnIsToHaveIsSeen() {
    assertTrue(
        refusal("- alter_column: { table: users, column: team, default: 0 }\n" + key("team"))
            .contains(REMEDY));
  }

  @Test
  void aDefaultThatTheBaseTableHasIsSet() throws Exception {
    workshop.advance("0001_owner", "operations:\n" + added("default: 0, ", "on_delete", ""));
    database.run("UPDATE public_0001_owner.users SET owner = 1");

    database.run("DELETE FROM teams WHERE id = 1");

    assertEquals("0", database.queryOne("SELECT owner FROM public_0001_owner.users"));
  }

  @Test
  void withoutADefaultThereIsNoneToSet() throws Exception {
    workshop.advance("0001_owner", "operations:\n" + added("", "on_delete", ", up: team"));

    database.run("DELETE FROM teams WHERE id = 1");

    assertEquals(
        "t", database.queryOne("SELECT owner IS NULL FROM public_0001_owner.users"));
  }

  @Test
  void aNewTableHasItsDefaults() throws Exception {
    workshop.advance(
        "0001_notes",
        """
        operations:
        - create_table:
            name: notes
            columns:
              - { name: id, type: int, primary_key: true }
              - name: team
                type: int
                default: 0
                references: { table: teams, column: id, on_delete: set_default }
        """);
  }

  @Test
  void aKeyThatAShadowInheritsIsRefused() throws Exception {
    database.run(
        "ALTER TABLE users ALTER team SET DEFAULT 0",
        "ALTER TABLE users ADD CONSTRAINT own FOREIGN KEY (team) REFERENCES teams"
            + " ON DELETE SET DEFAULT");
    String message =
        "Foreign key own sets column team of users to its default, which the base table does not"
            + " have before contract. Drop it in this change, and add it in a later one, once this"
            + " default is contracted.";

    assertTrue(
        refusal(
                "- alter_column: { table: users, column: team, default: 0,"
                    + " up: \"coalesce(team, 0)\", down: team }\n")
            .contains(message));
    String wider = "- change_primary_key: { table: teams, columns: { id: bigint } }\n";
    assertTrue(refusal(wider).contains(message));
    workshop.delete("0001_refused");
    workshop.advance(
        "0001_wider",
        "operations:\n- drop_constraint: { table: users, name: own }\n" + wider);
  }

  private static String added(String definition, String event, String up) {
    return ("- add_column: { table: users, column: { name: owner, type: int, %s"
            + "references: { table: teams, column: id, %s: set_default } }%s }\n")
        .formatted(definition, event, up);
  }

  private static String key(String column) {
    return ("- add_constraint: { table: users, name: own, foreign_key: { columns: [ %s ],"
            + " references: { table: teams, columns: [ id ] }, on_delete: set_default } }\n")
        .formatted(column);
  }

  private String refusal(String operations) {
    return refusal("0001_refused", operations);
  }

  private String refusal(String id, String operations) {
    return assertThrows(
            ChangesRejected.class, () -> workshop.advance(id, "operations:\n" + operations))
        .getMessage();
  }
}
