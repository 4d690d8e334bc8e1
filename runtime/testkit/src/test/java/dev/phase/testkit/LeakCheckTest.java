package dev.phase.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

@PostgresTest
class LeakCheckTest {
  @Test
  void failsATestThatLeavesAConnectionOpen() {
    var failure = failures(Leaking.class).get(0);
    assertTrue(
        failure.startsWith("The test left connections open. Close those that were opened at:"),
        failure);
    assertTrue(failure.contains("LeakCheckTest$Leaking.forgets(LeakCheckTest.java:"), failure);
  }

  @Test
  void acceptsConnectionsThatAreClosedAfterTheTestMethod() {
    assertEquals(List.of(), failures(Tidy.class));
  }

  @Test
  void dropsWhatTheTestCreated(Database observer) throws SQLException {
    failures(Leaking.class);
    failures(Tidy.class);
    for (String name : List.of(Leaking.name, Tidy.name)) {
      assertEquals(
          "0",
          observer.queryOne("SELECT count(*) FROM pg_database WHERE datname = '" + name + "'"));
      assertEquals(
          "0",
          observer.queryOne("SELECT count(*) FROM pg_roles WHERE rolname LIKE '" + name + "%'"));
    }
  }

  private static List<String> failures(Class<?> test) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(test))
        .execute()
        .testEvents()
        .failed()
        .map(LeakCheckTest::message)
        .toList();
  }

  private static String message(Event event) {
    return event
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow()
        .getMessage();
  }

  @PostgresTest
  static final class Leaking {
    static String name;

    @Test
    void forgets(Database database) throws SQLException {
      name = database.name();
      database.createRole("extra");
      database.connect();
    }
  }

  @PostgresTest
  static final class Tidy {
    static String name;
    private Connection connection;

    @Test
    void opens(Database database) throws SQLException {
      name = database.name();
      connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
      connection.close();
    }
  }
}
