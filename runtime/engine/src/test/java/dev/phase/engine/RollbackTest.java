package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.PhaseException;
import dev.phase.plan.Step;
import dev.phase.planning.Move;
import dev.phase.planning.Plan;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rollbacks at awkward moments, and what comes after them. */
@PostgresTest
final class RollbackTest {

  private static final String ADD =
      """
      operations:
        - add_column: { table: users, column: { name: code, type: text }, up: name }
      """;

  private final Database database;
  private final Workshop workshop;

  RollbackTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.workshop = new Workshop(database, directory);
  }

  @BeforeEach
  void haveUsers() throws Exception {
    database.run(
        "CREATE TABLE users (id bigint PRIMARY KEY, name text)",
        "INSERT INTO users SELECT n, 'u' || n FROM generate_series(1, 20) n");
  }

  @Test
  void aVersionIsBackfilledAgainAfterARollbackThatDiedAtItsEnd() throws Exception {
    workshop.advance("0001_code", ADD);
    assertThrows(
        Died.class, () -> workshop.run(dieWhenFinished(), e -> e.rollback(Workshop.RELEASE)));

    workshop.advance();

    assertEquals("20", database.queryOne("SELECT count(code) FROM public_0001_code.users"));
  }

  @Test
  void anAdvanceFinishesARollbackBeforeItComparesTheFiles() throws Exception {
    workshop.advance("0001_code", ADD);
    assertThrows(Died.class, () -> workshop.run(dieAtOnce(), e -> e.rollback(Workshop.RELEASE)));

    workshop.advance("0001_code", ADD.replace("up: name", "up: upper(name)"));

    assertEquals("U1", database.queryOne("SELECT code FROM public_0001_code.users WHERE id = 1"));
  }

  @Test
  void aPreviewShowsTheRestOfARollbackAndWhatFollowsIt() {
    workshop.advance("0001_code", ADD);
    assertThrows(Died.class, () -> workshop.run(dieAtOnce(), e -> e.rollback(Workshop.RELEASE)));
    workshop.delete("0001_code");

    List<Plan> plans = workshop.run(e -> e.inspection().preview(workshop.files()));

    assertEquals(List.of(Move.ROLLBACK), plans.stream().map(Plan::move).toList());
  }

  @Test
  void anAdvanceGoesOnWhereARollbackDidNotEvenBegin() throws Exception {
    workshop.change("0001_code", ADD);
    assertThrows(
        Died.class,
        () -> workshop.run(dieAtOnce(), e -> e.advance(workshop.files(), Workshop.RELEASE)));
    database.run(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END'",
        "CREATE TRIGGER no BEFORE INSERT ON phase.plan FOR EACH ROW EXECUTE FUNCTION refuse()");
    assertThrows(RuntimeException.class, workshop::rollback);
    database.run("DROP TRIGGER no ON phase.plan", "DROP FUNCTION refuse");

    workshop.advance();

    assertEquals("20", database.queryOne("SELECT count(code) FROM public_0001_code.users"));
  }

  @Test
  void whatSqlDidNotDoIsNotUndone() throws Exception {
    workshop.change(
        "0001_view",
        """
        operations:
          - sql: { expand: "CREATE VIEW one AS SELECT id FROM users", undo: "DROP VIEW one" }
          - sql: { expand: "CREATE VIEW two AS SELECT nothing FROM users", undo: "DROP VIEW two" }
          - sql: { expand: "CREATE VIEW three AS SELECT id FROM two", undo: "DROP VIEW three" }
        """);
    assertThrows(PhaseException.class, workshop::advance);

    workshop.rollback();

    assertEquals(
        "0",
        database.queryOne(
            "SELECT count(*) FROM pg_class WHERE relname IN ('one', 'two', 'three')"));
  }

  private static Listener dieWhenFinished() {
    return new Listener() {
      @Override
      public void finished(Plan plan) {
        throw new Died();
      }
    };
  }

  private static Listener dieAtOnce() {
    return new Listener() {
      @Override
      public void started(Step step) {
        throw new Died();
      }
    };
  }

  /** As if the process had been killed. */
  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
