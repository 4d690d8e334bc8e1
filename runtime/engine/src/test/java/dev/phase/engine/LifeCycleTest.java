package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
@Tag("lifecycle")
final class LifeCycleTest {

  private static final String NAME =
      """
      operations:
        - alter_column: { table: users, column: name, nullable: false, up: "coalesce(name, 'unknown')" }
        - rename_column: { table: users, from: name, to: full_name }
      """;
  private static final String CENTS =
      """
      operations:
        - alter_column:
            table: users
            column: balance
            type: bigint
            default: "0"
            up: "round(balance * 100)"
            down: "balance / 100.0"
        - rename_column: { table: users, from: balance, to: cents }
      """;
  private static final String DROP =
      """
      operations:
        - drop_column: { table: users, column: email, down: "full_name || '@example.com'" }
      """;

  private final Database database;
  private final Workshop workshop;

  LifeCycleTest(Database database, @TempDir Path directory) throws Exception {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveUsers() throws Exception {
    database.run(
        """
        CREATE TABLE users (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          name text,
          balance numeric(10,2) NOT NULL DEFAULT 0,
          email text NOT NULL)""",
        "CREATE INDEX users_balance ON users (balance)",
        "CREATE UNIQUE INDEX users_email ON users (lower(email))",
        """
        INSERT INTO users (name, balance, email)
        SELECT CASE WHEN n % 10 > 0 THEN 'user ' || n END, n * 1.25, n || '@example.org'
        FROM generate_series(1, 1000) n""");
  }

  @Test
  void threeVersionsReadAndWriteTheirOwnShape() throws Exception {
    workshop.advance("0001_name", NAME);
    workshop.advance("0002_cents", CENTS);
    workshop.advance("0003_drop", DROP);

    database.run(
        "INSERT INTO public_0003_drop.users (full_name, cents) VALUES ('new', 1234)",
        "INSERT INTO users (name, balance, email) VALUES (NULL, 5.55, 'old@example.org')",
        "UPDATE public_0001_name.users SET full_name = 'middle', balance = 7 WHERE id = 5");

    assertEquals(
        List.of(List.of("new", "12.34", "new@example.com")),
        database.rows("SELECT name, balance, email FROM users WHERE id = 1001"));
    assertEquals(
        List.of(List.of("unknown", "555")),
        database.rows("SELECT full_name, cents FROM public_0003_drop.users WHERE id = 1002"));
    assertEquals(
        List.of(List.of("middle", "700", "5@example.org")),
        database.rows("SELECT full_name, cents, email FROM public_0002_cents.users WHERE id = 5"));
    assertEquals(
        "0",
        database.queryOne(
            """
            SELECT count(*) FROM users o JOIN public_0003_drop.users n USING (id)
            WHERE n.cents <> round(o.balance * 100)
               OR n.full_name <> coalesce(o.name, 'unknown')"""));
  }

  @Test
  void rollbackLeavesCatalogAndDataAsBefore() throws Exception {
    workshop.advance("0001_name", NAME);
    List<String> catalog = CatalogPicture.of(database);
    List<String> rows = database.strings("SELECT u::text FROM public_0001_name.users u ORDER BY id");

    workshop.advance("0002_cents", CENTS);
    workshop.rollback();

    assertEquals(catalog, CatalogPicture.of(database));
    assertEquals(rows, database.strings("SELECT u::text FROM public_0001_name.users u ORDER BY id"));
    assertEquals("rolled-back", workshop.status().changes().get(1).phase());
  }

  @Test
  void contractLeavesTheCatalogOfPlainDdl() throws Exception {
    workshop.advance("0001_name", NAME);
    workshop.advance("0002_cents", CENTS);
    workshop.advance("0003_drop", DROP);
    workshop.contract();
    workshop.retire();
    workshop.restore();
    workshop.retire();
    workshop.contract();
    workshop.retire();
    workshop.contract();

    database.run(
        "CREATE SCHEMA plain",
        """
        CREATE TABLE plain.users (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          full_name text NOT NULL,
          cents bigint NOT NULL DEFAULT 0)""",
        "CREATE INDEX users_balance ON plain.users (cents)",
        "SELECT setval('plain.users_id_seq', 1000)");
    assertEquals(
        CatalogPicture.of(database, "plain"), CatalogPicture.of(database, "public"));
    assertEquals("1000", database.queryOne("SELECT count(*) FROM public_0003_drop.users"));
    assertTrue(
        database
            .strings("SELECT proname FROM pg_proc WHERE pronamespace = 'phase'::regnamespace")
            .stream()
            .noneMatch(name -> name.startsWith("public")));
  }
}
