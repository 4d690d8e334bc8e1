package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roles that {@code phase init --print-grants} makes can do all that they have to, and no more. */
@PostgresTest
final class RolesTest {

  private static final int PARAMETER_PRIVILEGES_SINCE = 15;

  private final Database database;
  private final Path directory;

  RolesTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @BeforeEach
  void haveTablesOfAnAdministrator() throws Exception {
    // So that they have passwords and go away with the database.
    for (String role : new String[] {"owner", "migrator", "backfill", "app", "console"}) {
      database.createRole(role);
    }
    try (Connection administrator = database.superuser()) {
      administrator
          .createStatement()
          .execute(
              """
              CREATE TYPE mood AS ENUM ('ok', 'bad');
              CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL, mood mood);
              INSERT INTO users (name) SELECT 'user ' || n FROM generate_series(1, 500) n;""");
    }
    String script = as(database.user()).succeed("init", "--print-grants");
    try (Connection administrator = database.superuser()) {
      administrator.createStatement().execute(script);
      administrator.createStatement().execute(script);
    }
  }

  @AfterEach
  void forgetTheParameter() throws SQLException {
    if (database.majorVersion() >= PARAMETER_PRIVILEGES_SINCE) {
      try (Connection administrator = database.superuser()) {
        administrator
            .createStatement()
            .execute(
                "REVOKE ALL ON PARAMETER session_replication_role FROM " + role("owner"));
      }
    }
  }

  @Test
  void aWholeReleaseNeedsTheseRolesAndNoMore() throws Exception {
    TestProject migrator = as(role("migrator"));
    TestProject console = as(role("console"));
    migrator.succeed("init");
    migrator.change(
        "0001_upper",
        """
        operations:
          - alter_column: { table: users, column: name, nullable: false, up: "upper(name)", down: "lower(name)" }
          - create_index: { table: users, name: by_name, columns: [name] }
          - create_table: { name: notes, columns: [ { name: id, type: bigint, identity: always, primary_key: true }, { name: note, type: text } ] }
          - rename_enum_value: { enum: mood, from: bad, to: sad }
        """);

    migrator.succeed("plan");
    migrator.succeed("advance", "--detach");
    TestProject backfill = as(role("backfill"));
    CompletableFuture<TestProject.Outcome> worker =
        CompletableFuture.supplyAsync(() -> backfill.run("worker", "--poll", "1s"));
    as(role("app")).succeed("wait", "--timeout", "60s");
    backfill.stop().request();
    assertEquals(143, worker.get().code());

    write(role("app"));
    for (String verb : new String[] {"status", "history", "clients", "verify"}) {
      console.succeed(verb);
    }
    migrator.succeed(
        "doctor", "--application", role("app"), "--console", role("console"));
    migrator.succeed("retire");
    migrator.succeed("contract");
    assertEquals("USER 7", database(role("app"), "SELECT name FROM users WHERE id = 7"));
  }

  @Test
  void nobodyMayDoMore() throws Exception {
    as(role("migrator")).succeed("init");

    refused(role("app"), "ALTER TABLE users ADD COLUMN x int");
    refused(role("app"), "SELECT FROM phase.plan");
    refused(role("app"), "CREATE SCHEMA mine");
    refused(role("console"), "UPDATE users SET name = 'x'");
    refused(role("console"), "DELETE FROM phase.version");
    refused(role("console"), "CREATE SCHEMA mine");
    assertThrows(SQLException.class, () -> database.connectAs(role("owner")));
    assertEquals(
        "f",
        database(
            role("migrator"),
            "SELECT bool_or(rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)::text FROM"
                + " pg_roles WHERE pg_has_role(session_user, oid, 'MEMBER')")
            .substring(0, 1));
  }

  @Test
  void doctorPrintsWhatAConsoleLacks() throws Exception {
    TestProject migrator = as(role("migrator"));
    migrator.succeed("init");
    String stranger = database.createRole("stranger");

    TestProject.Outcome outcome = migrator.run("doctor", "--console", stranger);

    assertEquals(5, outcome.code(), outcome.text());
    assertTrue(
        outcome.out().contains("GRANT SELECT ON ALL TABLES IN SCHEMA phase TO " + stranger),
        outcome.out());
    assertTrue(outcome.out().contains("GRANT pg_read_all_stats TO " + stranger), outcome.out());
  }

  @Test
  void rolesCanHaveAnyName() {
    String script = as(database.user()).succeed("init", "--print-grants", "--roles", "The Shop");

    assertTrue(script.contains("ALTER ROLE \"The Shop_owner\" NOLOGIN;"), script);
  }

  private void write(String application) throws SQLException {
    try (Connection connection = database.connectAs(application)) {
      for (String sql :
          new String[] {
            "INSERT INTO users (name, mood) VALUES ('old', 'bad')",
            "INSERT INTO public_0001_upper.users (name, mood) VALUES ('NEW', 'sad')",
            "UPDATE public_0001_upper.users SET name = 'OTHER' WHERE id = 8",
            "INSERT INTO notes (note) VALUES ('a note')",
            "DELETE FROM users WHERE id = 9"
          }) {
        connection.createStatement().execute(sql);
      }
    }
  }

  private void refused(String role, String sql) throws SQLException {
    try (Connection connection = database.connectAs(role)) {
      SQLException e =
          assertThrows(SQLException.class, () -> connection.createStatement().execute(sql));
      assertEquals("42501", e.getSQLState(), e.getMessage());
    }
  }

  private String database(String role, String sql) throws SQLException {
    try (Connection connection = database.connectAs(role);
        var row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private TestProject as(String user) {
    return TestProject.on(database, directory).with("PHASE_USER", user);
  }

  private String role(String suffix) {
    return database.name() + "_" + suffix;
  }
}
