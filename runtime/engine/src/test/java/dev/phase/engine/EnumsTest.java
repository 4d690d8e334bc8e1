package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.planning.ChangesRejected;
import dev.phase.planning.Plan;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that enums get for good, and enums that go. */
@PostgresTest
@Tag("lifecycle")
final class EnumsTest {

  private static final String VALUE =
      """
      operations:
      - add_enum_value: { enum: mood, value: "it's ok", before: happy }
      - add_column: { table: people, column: { name: next, type: mood }, up: "'it''s ok'::mood" }
      """;
  private static final String DROP =
      """
      operations:
      - alter_column: { table: people, column: mood, type: text, up: "mood::text", down: "mood::mood" }
      - rename_table: { from: people, to: persons }
      - drop_enum: { name: mood }
      """;

  private final Database database;
  private final Workshop workshop;

  EnumsTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void havePeople() throws Exception {
    database.run(
        "CREATE TYPE mood AS ENUM ('sad', 'happy')",
        "CREATE TABLE people (id int PRIMARY KEY, mood mood)",
        "INSERT INTO people VALUES (1, 'sad'), (2, 'happy')");
  }

  @Test
  void aValueIsThereForTheOperationsBelowIt() throws Exception {
    workshop.advance("0001_ok", VALUE);
    assertEquals("{sad,\"it's ok\",happy}", moods());
    assertEquals("it's ok", database.queryOne("SELECT DISTINCT next FROM public_0001_ok.people"));
  }

  @Test
  void aRollbackLeavesTheValueAndSaysSo() throws Exception {
    workshop.advance("0001_ok", VALUE);
    Plan rollback = workshop.rollback();
    assertTrue(
        rollback.steps().stream()
            .anyMatch(
                s ->
                    s.purpose()
                        .equals(
                            "Leave value 'it's ok' in enum mood, since PostgreSQL cannot remove it")));
    assertEquals("{sad,\"it's ok\",happy}", moods());

    workshop.advance();
    workshop.retire();
    workshop.contract();
    assertEquals("{sad,\"it's ok\",happy}", moods());
  }

  @Test
  void aValueThatCannotBeAddedIsRefused() {
    refuses(
        "add_enum_value: { enum: mode, value: a }",
        "Schema public has no enum mode."
            + " Correct the name, or create the enum in an earlier operation.");
    refuses(
        "add_enum_value: { enum: mood, value: a, after: b }",
        "Enum mood has no value 'b'. Correct it; the values are sad, happy.");
    refuses(
        "add_enum_value: { enum: mood, value: a, after: sad, before: happy }",
        "Value 'a' cannot be placed both before and after another."
            + " Give `before` or `after`, or neither for the end.");
    refuses(
        "create_enum: { name: mood, values: [ a ] }",
        "PostgreSQL refuses it: type \"mood\" already exists."
            + " Choose another name, or correct the values.");
    refuses(
        "create_enum: { name: m, values: [ a, a ] }",
        "Enum m has the value 'a' twice. Remove one of them.");
  }

  @Test
  void anEnumGoesWithTheLastVersionThatKnowsIt() throws Exception {
    List<String> before = CatalogPicture.of(database);
    workshop.advance("0001_text", DROP);
    workshop.rollback();
    assertEquals(before, CatalogPicture.of(database));

    workshop.advance();
    database.run("UPDATE people SET mood = 'happy'");
    workshop.advance("0002_next", "operations:\n- rename_table: { from: persons, to: souls }\n");
    workshop.retire();
    workshop.contract();
    assertEquals("0", database.queryOne("SELECT count(*) FROM pg_type WHERE typname = 'mood'"));
    assertEquals("happy", database.queryOne("SELECT DISTINCT mood FROM public_0002_next.souls"));
  }

  @Test
  void anEnumThatSomethingUsesAfterAllStays() throws Exception {
    workshop.advance("0001_text", DROP);
    database.run("CREATE TABLE moods (mood mood)");
    workshop.retire();
    workshop.contract();
    assertEquals("{sad,happy}", moods());
  }

  @Test
  void anEnumThatIsUsedIsNotDropped() throws Exception {
    refuses("drop_enum: { name: mood }", "Cannot drop enum mood: column mood of table people uses it.");
    refuses(
        "rename_column: { table: people, from: mood, to: m }\n- drop_enum: { name: mood }",
        "Cannot drop enum mood: column m of table people uses it.");
    database.run("CREATE FUNCTION label(mood) RETURNS int LANGUAGE sql RETURN 1");
    refuses(
        "drop_column: { table: people, column: mood }\n- drop_enum: { name: mood }",
        "Cannot drop enum mood: function public.label(public.mood) uses it.");
  }

  @Test
  void anEnumThatIsNewInAVersionStillInFlightIsUsedAndDroppedByLaterOnes() throws Exception {
    List<String> before = CatalogPicture.of(database);
    workshop.advance("0001_create", "operations:\n- create_enum: { name: kind, values: [ a, b ] }\n");
    workshop.advance(
        "0002_use",
        """
        operations:
        - add_column: { table: people, column: { name: kind, type: kind, nullable: false, default: "'a'" } }
        - create_table: { name: kinds, columns: [ { name: kind, type: kind, primary_key: true } ] }
        """);
    workshop.advance(
        "0003_drop",
        """
        operations:
        - drop_column: { table: people, column: kind }
        - drop_table: { name: kinds }
        - drop_enum: { name: kind }
        """);
    database.run(
        "INSERT INTO public_0002_use.people (id, kind) VALUES (3, 'b')",
        "INSERT INTO kinds VALUES ('a')",
        "INSERT INTO public_0003_drop.people (id) VALUES (4)");
    assertEquals("b", database.queryOne("SELECT kind FROM public_0002_use.people WHERE id = 3"));
    workshop.rollback();
    workshop.rollback();
    workshop.restore();
    workshop.rollback();
    assertEquals(before, CatalogPicture.of(database));

    workshop.advance();
    workshop.retire();
    workshop.contract();
    assertEquals(
        before.stream().filter(line -> line.contains("people.")).toList(),
        CatalogPicture.of(database).stream()
            .filter(line -> line.contains("public.people."))
            .toList());
    assertEquals("1", database.queryOne("SELECT count(*) FROM pg_type WHERE typtype = 'e'"));
  }

  @Test
  void aTableAndItsEnumGoTogether() throws Exception {
    workshop.advance("0001_table", "operations:\n- drop_table: { name: people }\n");
    workshop.advance("0002_enum", "operations:\n- drop_enum: { name: mood }\n");
    assertThrows(
        SQLException.class, () -> database.run("SELECT mood FROM public_0002_enum.people"));
    workshop.rollback();
    workshop.advance();
    for (int i = 0; i < 2; i++) {
      workshop.retire();
      workshop.contract();
    }
    assertEquals("0", database.queryOne("SELECT count(*) FROM pg_type WHERE typname = 'mood'"));
  }

  private void refuses(String operations, String expected) {
    ChangesRejected e =
        assertThrows(
            ChangesRejected.class,
            () -> workshop.advance("0001_refused", "operations:\n- " + operations + "\n"));
    String message = e.problems().get(0).what() + " " + e.problems().get(0).remedy();
    assertTrue(message.startsWith(expected), message);
  }

  private String moods() throws Exception {
    return database.queryOne("SELECT enum_range(NULL::mood)::text");
  }
}
