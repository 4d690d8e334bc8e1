package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.state.Drift;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody else does to Phase's objects is seen, and nothing is built on it. */
@PostgresTest
@Tag("lifecycle")
class DriftTest {

  private static final String ALTER =
      """
      operations:
        - alter_column:
            { table: t, column: amount, type: text, up: "amount::text", down: "amount::int" }
      """;

  private final Database database;
  private Workshop workshop;

  DriftTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void advance(@TempDir Path directory) throws Exception {
    database.run(
        "CREATE SCHEMA \"Mixed Case\"",
        "CREATE TABLE \"Mixed Case\".t (id int PRIMARY KEY, amount int)",
        "INSERT INTO \"Mixed Case\".t VALUES (1, 1)");
    workshop = new Workshop(database, directory, "Mixed Case");
    workshop.advance("0001_text", ALTER);
  }

  @Test
  void phaseItselfMakesNone() throws Exception {
    assertEquals(List.of(), drift());
    workshop.retire();
    assertEquals(List.of(), drift());
    workshop.restore();
    assertEquals(List.of(), drift());
    workshop.retire();
    workshop.contract();
    assertEquals(List.of(), drift());
    workshop.advance("0002_more", ALTER.replace("text", "varchar(9)").replace("0001", "0002"));
    workshop.rollback();
    assertEquals(List.of(), drift());
  }

  @Test
  void whatUsersDoToTheirOwnTablesIsNone() throws Exception {
    database.run(
        "ALTER TABLE \"Mixed Case\".t ADD COLUMN own text",
        "CREATE INDEX own ON \"Mixed Case\".t (own)",
        "GRANT SELECT ON \"Mixed Case\".t TO PUBLIC",
        "CREATE TABLE \"Mixed Case\".other (id int)");

    assertEquals(List.of(), drift());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE \"Mixed Case\".t DISABLE TRIGGER \"~phase_dual_write\" | Trigger \"Mixed Case\".t.\"~phase_dual_write\" was changed",
        "DROP TRIGGER \"~phase_dual_write_update\" ON \"Mixed Case\".t | Trigger \"Mixed Case\".t.\"~phase_dual_write_update\" is gone",
        "ALTER VIEW \"Mixed Case_0001_text\".t SET (security_barrier = true) | View \"Mixed Case_0001_text\".t was changed",
        "DROP VIEW \"Mixed Case_0001_text\".t | View \"Mixed Case_0001_text\".t is gone",
        "DROP SCHEMA \"Mixed Case_0001_text\" CASCADE | Schema \"Mixed Case_0001_text\" is gone"
      })
  void isSeenAndStopsAnAdvance(String sql, String expected) throws Exception {
    database.run(sql);

    assertTrue(
        drift().stream().anyMatch(d -> d.describe().startsWith(expected)), drift().toString());
    PhaseException e = assertThrows(PhaseException.class, workshop::advance);
    assertEquals(ExitCode.DRIFT, e.exitCode());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }

  @Test
  void endsWhenTheObjectIsPutBack() throws Exception {
    database.run("DROP TRIGGER \"~phase_dual_write_update\" ON \"Mixed Case\".t");
    Drift gone = drift().get(0);

    database.run(gone.expected());

    assertEquals(List.of(), drift());
    assertTrue(workshop.advance().isEmpty());
  }

  @Test
  void endsWhenItIsAccepted() throws Exception {
    database.run("ALTER VIEW \"Mixed Case_0001_text\".t SET (security_barrier = true)");

    workshop.run(
        engine -> {
          engine.acceptDrift(Workshop.RELEASE);
          return null;
        });

    assertEquals(List.of(), drift());
    assertTrue(workshop.advance().isEmpty());
  }

  @Test
  void nobodyWaitsForALockedTable() throws Exception {
    database.run("ALTER VIEW \"Mixed Case_0001_text\".t SET (security_barrier = true)");
    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE \"Mixed Case\".t");

      assertEquals(List.of(), drift());
    }
    assertEquals(1, drift().size());
  }

  @Test
  void doesNotStopARollback() throws Exception {
    database.run("DROP TRIGGER \"~phase_dual_write_update\" ON \"Mixed Case\".t");

    workshop.rollback();

    assertEquals(List.of(), drift());
  }

  private List<Drift> drift() {
    return workshop.run(engine -> engine.inspection().drift());
  }
}
