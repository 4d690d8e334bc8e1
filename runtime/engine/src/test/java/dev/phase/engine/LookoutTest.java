package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.execution.Listener;
import dev.phase.engine.failure.PhaseException;
import dev.phase.plan.Step;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is in the way is said before the first step. */
@PostgresTest
final class LookoutTest {

  @Test
  void aLongTransactionIsNamedBeforeTheFirstStep(Database database, @TempDir Path directory)
      throws Exception {
    database.run("CREATE TABLE users (id bigint PRIMARY KEY, name text)");
    Workshop workshop = new Workshop(database, directory);
    workshop.change(
        "0001_name",
        "operations: [ { alter_column: { table: users, column: name, nullable: false,"
            + " up: \"coalesce(name, '?')\" } } ]");
    List<String> told = new ArrayList<>();
    Listener listener =
        new Listener() {
          @Override
          public void notice(String message) {
            told.add(message);
          }

          @Override
          public void started(Step step) {
            told.add(step.purpose());
          }
        };
    try (Connection report = database.connect()) {
      report.setAutoCommit(false);
      report.setClientInfo("ApplicationName", "report");
      report.createStatement().execute("SELECT FROM users");
      Thread.sleep(20);

      assertThrows(
          PhaseException.class,
          () ->
              workshop.run(
                  Map.of("lock-budget", "10ms", "lock-timeout", "10ms"),
                  listener,
                  engine -> engine.advance(workshop.files(), Workshop.RELEASE)));
      report.rollback();
    }
    assertTrue(told.get(0).startsWith("In the way: Session "), told::toString);
    assertTrue(told.get(0).contains("report, idle in transaction) has locked public.users"));
    assertEquals(List.of("Expand table users"), told.subList(1, told.size()));

    told.clear();
    workshop.run(listener, engine -> engine.advance(workshop.files(), Workshop.RELEASE));
    assertTrue(told.stream().noneMatch(t -> t.startsWith("In the way")), told::toString);
  }
}
