package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.planning.ChangesRejected;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of an enum that are called otherwise, or that are gone, in newer versions only. */
@PostgresTest
@Tag("lifecycle")
final class EnumValuesTest {

  private static final String START =
      """
      CREATE TYPE {s}.mood AS ENUM ('sad', 'ok', 'happy');
      COMMENT ON TYPE {s}.mood IS 'how one feels';
      CREATE TABLE {s}.people (
        id int PRIMARY KEY,
        mood {s}.mood NOT NULL DEFAULT 'ok',
        moods {s}.mood[] DEFAULT '{ok}',
        note text,
        CHECK (mood <> 'sad'::{s}.mood OR id > 0));
      CREATE TABLE {s}.pets (id int PRIMARY KEY, mood {s}.mood, owner int REFERENCES {s}.people);
      CREATE INDEX by_mood ON {s}.people (mood DESC) WHERE mood >= 'ok'::{s}.mood;
      """;
  private static final String RENAME =
      "operations:\n- rename_enum_value: { enum: mood, from: ok, to: fine }\n";
  private static final String DROP =
      """
      operations:
      - drop_constraint: { table: people, name: people_check }
      - drop_enum_value: { enum: mood, map: { sad: fine } }
      """;

  private final Database database;
  private final Workshop workshop;

  EnumValuesTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void havePeople() throws Exception {
    database.run(
        START.replace("{s}", "public"),
        "INSERT INTO people VALUES (1, 'sad', '{sad,ok,NULL}'), (2, 'ok', NULL), (3, 'happy', '{}')",
        "INSERT INTO pets VALUES (1, 'ok', 1), (2, NULL, 2)");
  }

  @Test
  void oneTypeBesideTheOtherComesAndGoes() throws Exception {
    List<String> before = CatalogPicture.of(database);
    workshop.advance("0001_rename", RENAME);
    workshop.rollback();
    assertEquals(before, CatalogPicture.of(database));

    workshop.advance();
    workshop.advance("0002_drop", DROP);
    workshop.rollback();
    workshop.advance();
    contract();
    contract();
    assertEquals(
        "how one feels", database.queryOne("SELECT obj_description('mood'::regtype, 'pg_type')"));
    database.run(
        "CREATE SCHEMA plain",
        START
            .replace("{s}", "plain")
            .replaceFirst(",\\s+CHECK.*", ");")
            .replace("'sad', 'ok'", "'fine'")
            .replace("ok", "fine"));
    assertEquals(CatalogPicture.of(database, "plain"), CatalogPicture.of(database, "public"));
  }

  @Test
  void eachVersionWritesItsOwnValues() throws Exception {
    workshop.advance("0001_rename", RENAME);
    shows("1 sad {sad,ok,NULL}, 2 ok -, 3 happy {}", "1 sad {sad,fine,NULL}, 2 fine -, 3 happy {}");

    database.run(
        "INSERT INTO people (id) VALUES (4), (5)",
        "INSERT INTO public_0001_rename.people (id) VALUES (6), (7)",
        "UPDATE people SET mood = 'ok', moods = moods || 'ok'::mood WHERE id IN (1, 3)",
        "UPDATE public_0001_rename.people SET moods = '{fine,happy}' WHERE id IN (2, 6)",
        "UPDATE public_0001_rename.people SET mood = 'sad' WHERE mood = 'fine' AND id = 7",
        "UPDATE people SET note = 'read'",
        """
        INSERT INTO people AS p (id, mood) VALUES (6, 'happy'), (8, 'ok')
        ON CONFLICT (id) DO UPDATE SET mood = excluded.mood
        """,
        """
        INSERT INTO public_0001_rename.people AS p (id, mood) VALUES (5, 'sad'), (9, 'fine')
        ON CONFLICT (id) DO UPDATE SET mood = excluded.mood
        """,
        "DELETE FROM public_0001_rename.people WHERE id = 4",
        "INSERT INTO public_0001_rename.pets VALUES (3, 'fine', 3)",
        "UPDATE pets SET mood = 'ok' WHERE id = 2");
    shows(
        "1 ok {sad,ok,NULL,ok}, 2 ok {ok,happy}, 3 ok {ok}, 5 sad {ok}, 6 happy {ok,happy}, 7 sad {ok}, 8 ok {ok}, 9 ok {ok}",
        "1 fine {sad,fine,NULL,fine}, 2 fine {fine,happy}, 3 fine {fine}, 5 sad {fine}, 6 happy {fine,happy}, 7 sad {fine}, 8 fine {fine}, 9 fine {fine}");
    assertEquals("ok ok ok", list("pets", "mood", " "));
    assertEquals("fine fine fine", list("public_0001_rename.pets", "mood", " "));
  }

  @Test
  void anOlderVersionKeepsTheValueThatIsGone() throws Exception {
    workshop.advance("0001_rename", RENAME);
    workshop.advance("0002_drop", DROP);
    assertEquals("fine fine happy", list("public_0002_drop.people", "mood", " "));

    database.run(
        "INSERT INTO people (id, mood) VALUES (4, 'sad'), (5, 'ok')",
        "INSERT INTO public_0001_rename.people (id, mood) VALUES (6, 'sad'), (7, 'fine')",
        "INSERT INTO public_0002_drop.people (id) VALUES (8)",
        "UPDATE public_0002_drop.people SET note = 'read'",
        "UPDATE public_0002_drop.people SET mood = 'happy' WHERE id = 4");
    assertEquals("sad ok happy happy ok sad ok ok", list("people", "mood", " "));
    assertEquals("sad fine happy happy fine sad fine fine", list("public_0001_rename.people", "mood", " "));
    assertEquals("fine fine happy happy fine fine fine fine", list("public_0002_drop.people", "mood", " "));

    contract();
    database.run(
        "UPDATE people SET mood = 'sad' WHERE id IN (5, 8)",
        "UPDATE public_0002_drop.people SET mood = 'happy' WHERE id = 8",
        "INSERT INTO people (id, mood) VALUES (9, 'fine'::mood)");
    assertEquals("sad fine happy happy sad sad fine happy fine", list("people", "mood", " "));
    contract();
    assertEquals("fine fine happy happy fine fine fine happy fine", list("people", "mood", " "));
    assertEquals("{fine,happy}", database.queryOne("SELECT enum_range(NULL::mood)::text"));
  }

  @Test
  void laterChangesMeanTheNewType() throws Exception {
    workshop.advance("0001_rename", RENAME);
    workshop.advance(
        "0002_more",
        """
        operations:
        - add_column: { table: pets, column: { name: wish, type: mood, default: "'fine'", check: "wish <> 'sad'" }, up: "'fine'" }
        - create_table: { name: days, columns: [ { name: id, type: int, primary_key: true }, { name: mood, type: "mood[]", default: "'{fine}'" } ] }
        - alter_column: { table: pets, column: mood, nullable: false, up: "coalesce(mood, 'fine')" }
        - rename_enum_value: { enum: mood, from: fine, to: great }
        """);
    database.run("INSERT INTO public_0002_more.days (id) VALUES (1)");
    assertEquals("{great}", database.queryOne("SELECT mood::text FROM public_0002_more.days"));
    assertEquals("great great", list("public_0002_more.pets", "mood", " "));
    assertEquals("great great", list("public_0002_more.pets", "wish", " "));
    assertEquals("fine -", list("public_0001_rename.pets", "coalesce(mood::text, '-')", " "));
    contract();
    contract();
    assertEquals("{sad,great,happy}", database.queryOne("SELECT enum_range(NULL::mood)::text"));
    assertEquals("1", database.queryOne("SELECT count(*) FROM pg_type WHERE typtype = 'e'"));
    assertEquals(
        "mood[] 1",
        database.queryOne("SELECT min(pg_typeof(mood)::text) || ' ' || count(*) FROM days WHERE mood = '{great}'"));
  }

  @Test
  void whatHasBegunToUseTheOldTypeKeepsIt() throws Exception {
    workshop.advance("0001_rename", RENAME);
    database.run("CREATE TABLE late (mood mood)", "INSERT INTO late VALUES ('ok')");
    contract();
    assertEquals("ok", database.queryOne("SELECT mood FROM late"));
    assertEquals("{sad,fine,happy}", database.queryOne("SELECT enum_range(NULL::mood)::text"));
  }

  @Test
  void closedDoorsAndOpenOnesOutliveTheContract() throws Exception {
    workshop.advance("0001_rename", RENAME);
    workshop.advance("0002_next", "operations:\n- rename_table: { from: pets, to: animals }\n");
    contract();
    workshop.retire();
    workshop.restore();
    database.run("INSERT INTO public_0002_next.animals VALUES (3, 'fine', 1)");
    assertEquals("fine - fine", list("public_0002_next.animals", "coalesce(mood::text, '-')", " "));
    contract();
    assertEquals("fine - fine", list("animals", "coalesce(mood::text, '-')", " "));
  }

  @Test
  void whatCannotBeIsRefused() throws Exception {
    refuses("rename_enum_value: { enum: mode, from: a, to: b }", "Schema public has no enum mode.");
    refuses(
        "rename_enum_value: { enum: mood, from: fine, to: b }",
        "Enum mood has no value 'fine'. Correct it; the values are sad, ok, happy.");
    refuses("rename_enum_value: { enum: mood, from: ok, to: sad }", "Enum mood already has a value 'sad'.");
    refuses("rename_enum_value: { enum: mood, from: ok, to: " + "x".repeat(64) + " }", "longer than 63 bytes");
    refuses("drop_enum_value: { enum: mood, map: { ok: so } }", "Enum mood has no value 'so'.");
    refuses(
        "drop_enum_value: { enum: mood, map: { ok: sad, sad: happy } }",
        "Value 'ok' of enum mood would become 'sad', which goes too. Map it to a value that stays.");
    refuses(
        "drop_enum_value: { enum: mood, map: { sad: ok } }",
        "invalid input value for enum phase_1_mood: \"sad\"");
    refuses(
        "rename_enum_value: { enum: mood, from: ok, to: fine }\n- add_enum_value: { enum: mood, value: x }",
        "Enum mood is another type for older versions, which would not get the value.");
    refuses(
        "drop_column: { table: people, column: mood }\n- drop_column: { table: people, column: moods }\n- drop_column: { table: pets, column: mood }\n- drop_enum: { name: mood }\n- add_column: { table: pets, column: { name: m, type: mood } }",
        "Enum mood was dropped by an earlier operation.");
  }

  @Test
  void whatElseUsesTheTypeIsNamed() throws Exception {
    String rename = "rename_enum_value: { enum: mood, from: ok, to: fine }";
    database.run("ALTER TABLE pets ADD kind text DEFAULT 'ok'::mood::text");
    refuses(rename, "Cannot change enum mood: default value for column kind of table public.pets uses it.");
    database.run(
        "ALTER TABLE pets ALTER kind DROP DEFAULT",
        "ALTER TABLE pets ADD CONSTRAINT known CHECK (kind::mood > 'sad')");
    refuses(rename, "Cannot change enum mood: constraint known on table public.pets uses it.");
    database.run(
        "ALTER TABLE pets DROP CONSTRAINT known",
        "CREATE INDEX odd ON pets ((CASE WHEN id > 1 THEN 'ok'::mood END))");
    refuses(rename, "Cannot change enum mood: index public.odd uses it.");
    database.run("DROP INDEX odd", "REVOKE USAGE ON TYPE mood FROM PUBLIC");
    refuses(rename, "Enum mood has privileges of its own");
    database.run("GRANT USAGE ON TYPE mood TO PUBLIC");
    workshop.delete("0001_refused");
    workshop.advance("0001_rename", RENAME);
  }

  @Test
  void whatPostgresqlCannotCarryOverIsNamed() throws Exception {
    String rename = "rename_enum_value: { enum: mood, from: ok, to: fine }";
    database.run("CREATE FUNCTION usual() RETURNS text LANGUAGE sql RETURN 'ok'");
    database.run("ALTER TABLE people ALTER mood SET DEFAULT usual()::mood");
    refuses(rename, "The default (public.usual())::public.mood of column mood of table people is not a mere value");
    database.run("ALTER TABLE people ALTER mood DROP DEFAULT", "CREATE SCHEMA other", "CREATE TABLE other.t (m mood)");
    refuses(rename, "Cannot change enum mood: column m of table other.t uses it.");
    database.run("DROP TABLE other.t", "CREATE VIEW moods AS SELECT mood FROM pets");
    refuses(rename, "Cannot change enum mood: ");
    database.run("DROP VIEW moods", "CREATE DOMAIN tame AS mood");
    refuses(rename, "Cannot change enum mood: type public.tame uses it.");
    database.run("DROP DOMAIN tame", "CREATE FUNCTION label(mood) RETURNS int LANGUAGE sql RETURN 1");
    refuses(rename, "Cannot change enum mood: function public.label(public.mood) uses it.");
  }

  @Test
  void onlyTheOwnerCanReplaceAType() throws Exception {
    String other = database.createRole("other");
    try (Connection superuser = database.superuser()) {
      superuser.createStatement().execute("ALTER TYPE mood OWNER TO \"" + other + '"');
    }
    for (String operation :
        List.of(
            "rename_enum_value: { enum: mood, from: ok, to: fine }",
            "drop_enum_value: { enum: mood, map: { happy: ok } }")) {
      refuses(
          operation,
          "must be owner of type mood. Let a member of the role that owns the enum run Phase.");
    }
  }

  private void contract() {
    workshop.retire();
    workshop.contract();
  }

  private void refuses(String operations, String expected) throws Exception {
    List<String> before = CatalogPicture.of(database);
    ChangesRejected e =
        assertThrows(
            ChangesRejected.class,
            () -> workshop.advance("0001_refused", "operations:\n- " + operations + "\n"));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertEquals(before, CatalogPicture.of(database));
  }

  private void shows(String old, String now) throws Exception {
    String expression = "id || ' ' || mood || ' ' || coalesce(moods::text, '-')";
    assertEquals(old, list("people", expression, ", "));
    assertEquals(now, list("public_0001_rename.people", expression, ", "));
  }

  private String list(String table, String expression, String separator) throws Exception {
    return database.queryOne(
        "SELECT string_agg((%s)::text, '%s' ORDER BY id) FROM %s".formatted(expression, separator, table));
  }
}
