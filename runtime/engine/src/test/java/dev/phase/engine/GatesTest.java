package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.gate.Waiting;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import dev.phase.window.ClientTag;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tail moves only when its gates hold, and says what it waits for. */
@PostgresTest
class GatesTest {

  private static final String ADD =
      """
      operations:
        - add_column: { table: t, column: { name: %s, type: text } }
      contract: %s
      """;

  private static final String NAME = "ApplicationName=deploy";

  private final Database database;
  private Workshop workshop;

  GatesTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void initialise(@TempDir Path directory) throws Exception {
    database.run("CREATE TABLE t (id int PRIMARY KEY)");
    workshop = new Workshop(database, directory);
  }

  @Test
  void aVersionSoaksBeforeTheOneBelowItIsRetired() throws Exception {
    begin("{ keep: 0, soak: 1h }");

    assertTrue(workshop.advance().retired().isEmpty());
    assertEquals(List.of("soak"), gates());
    database.run("UPDATE phase.version SET published_at = now() - interval '61 min'");

    assertEquals(List.of("baseline"), workshop.advance().retired());
  }

  @Test
  void aVersionWaitsForApproval() throws Exception {
    begin("{ keep: 0, require: [backfilled, verified, approved] }");
    assertTrue(workshop.advance().retired().isEmpty());
    assertEquals(List.of("approved"), gates());

    assertTrue(approve());
    assertFalse(approve());
    assertEquals(List.of("baseline"), workshop.advance().retired());

    workshop.restore();
    assertEquals(List.of("approved"), gates());
    approve();
    workshop.run(engine -> engine.withdrawApproval("baseline"));
    assertEquals(List.of("approved"), gates());
    PhaseException e =
        assertThrows(
            PhaseException.class,
            () -> workshop.run(engine -> engine.approve("0009_x", Workshop.RELEASE)));
    assertEquals(ExitCode.GATE, e.exitCode());
  }

  @Test
  void aVersionThatSomebodyWantedBackStaysUntilSomebodyAgreesThatItGoes() {
    begin("{ keep: 0 }");
    assertEquals(List.of("baseline"), workshop.advance().retired());

    workshop.restore();
    Advanced routine = workshop.advance();
    assertEquals(List.of(), routine.retired());
    assertEquals("approved", routine.waiting().get(0).gate());
    workshop.advance("0002_b", ADD.formatted("b", "{ keep: 0 }"));
    assertEquals(List.of("live", "live", "live"), states());
    approve();
    assertEquals(List.of("baseline", "0001_a"), workshop.advance().retired());

    workshop.restore();
    workshop.restore();
    assertEquals(List.of(), workshop.advance().retired());
    workshop.retire();
    assertEquals(List.of("retired", "live", "live"), states());
  }

  @Test
  void aVersionWaitsForItsClientsToLeave() throws Exception {
    begin("{ keep: 0, restore_window: 0ms, require: [no-clients] }");
    try (Connection old = database.connect();
        Connection current = database.connect()) {
      old.setClientInfo("ApplicationName", "billing");
      current.setClientInfo("ApplicationName", ClientTag.of("0001_a", "shop"));

      assertTrue(workshop.advance().retired().isEmpty());
      Waiting waiting = workshop.status().waiting().get(0);
      assertEquals("no-clients", waiting.gate());
      assertTrue(waiting.detail().contains("sessions in all: 1"), waiting.detail());
      assertTrue(waiting.detail().contains("billing"), waiting.detail());
      assertThrows(PhaseException.class, workshop::retire);

      old.setClientInfo("ApplicationName", ClientTag.of("0001_a"));
      Advanced advanced = workshop.advance();
      assertEquals(List.of("baseline"), advanced.retired());
      assertEquals(List.of("baseline"), advanced.contracted());
      assertEquals(
          2,
          workshop.run(engine -> engine.inspection().clients()).stream()
              .filter(c -> c.version().filter("0001_a"::equals).isPresent())
              .count());
    }
  }

  @Test
  void phasesOwnSessionsAreNoClientsWhateverTheUrlCallsThem() throws Exception {
    begin("{ keep: 0, require: [no-clients] }");
    Map<String, String> named =
        Map.of("url", database.url() + (database.url().contains("?") ? "&" : "?") + NAME);
    try (Connection proof = database.connect()) {
      proof.setClientInfo("ApplicationName", "phase proof");

      Advanced advanced =
          workshop.run(named, Listener.NONE, e -> e.advance(workshop.files(), Workshop.RELEASE));

      assertEquals(List.of("baseline"), advanced.retired(), advanced.toString());
    }
  }

  @Test
  void theBaselineIsContractedByHandUnlessItsClientsAreWatched() throws Exception {
    begin("{ keep: 0, restore_window: 0ms }");

    assertEquals(List.of("baseline"), workshop.advance().retired());
    assertEquals(List.of(), workshop.advance().contracted());
    assertEquals(List.of("no-clients"), gates());
    workshop.contract();

    assertEquals(List.of(), gates());
  }

  @Test
  void aVersionWaitsForAQuery() throws Exception {
    begin("{ keep: 0, sql: 'SELECT count(*) > 0 FROM t' }");

    assertTrue(workshop.advance().retired().isEmpty());
    assertEquals(List.of("sql"), gates());
    assertThrows(PhaseException.class, workshop::retire);
    database.run("INSERT INTO t VALUES (1)");

    assertEquals(List.of("baseline"), workshop.advance().retired());
  }

  @Test
  void aQueryThatFailsOrWritesKeepsTheGateShut() throws Exception {
    begin("{ keep: 0, sql: 'DELETE FROM t RETURNING true' }");

    workshop.advance();

    String detail = workshop.status().waiting().get(0).detail();
    assertTrue(detail.contains("read-only transaction"), detail);
  }

  @Test
  void thePlanKnowsTheGates() {
    begin("{ keep: 0, require: [approved] }");
    assertEquals(List.of(), workshop.run(engine -> engine.inspection().preview(workshop.files())));

    approve();

    assertEquals(1, workshop.run(engine -> engine.inspection().preview(workshop.files())).size());
  }

  @Test
  void theProjectsPolicyHoldsWhereTheChangeSaysNothing() {
    workshop.change("0001_a", ADD.formatted("a", "{ keep: 0 }"));
    Map<String, String> soak = Map.of("contract-soak", "1h");
    workshop.run(soak, Listener.NONE, e -> e.advance(workshop.files(), Workshop.RELEASE));

    Advanced second =
        workshop.run(soak, Listener.NONE, e -> e.advance(workshop.files(), Workshop.RELEASE));

    assertEquals("soak", second.waiting().get(0).gate());
    assertEquals(List.of("baseline"), workshop.advance().retired());
  }

  private void begin(String contract) {
    workshop.advance("0001_a", ADD.formatted("a", contract));
  }

  private boolean approve() {
    return workshop.run(engine -> engine.approve("baseline", Workshop.RELEASE));
  }

  private List<String> states() {
    return workshop.status().versions().stream().map(Status.VersionStatus::state).toList();
  }

  private List<String> gates() {
    return workshop.status().waiting().stream().map(Waiting::gate).toList();
  }
}
