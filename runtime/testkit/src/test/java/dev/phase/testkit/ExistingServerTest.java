package dev.phase.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ExistingServerTest {
  @Test
  void takesUserAndPasswordOutOfTheUrl() {
    var server =
        ExistingServer.parse("jdbc:postgresql://db:5433/x?user=me&ssl=true&password=a%26b");
    assertEquals(new TestServer("db:5433", "ssl=true", "me", "a&b"), server);
    assertEquals("jdbc:postgresql://db:5433/other?ssl=true", server.url("other"));
  }

  @Test
  void doesWithoutDatabaseAndParameters() {
    var server = ExistingServer.parse("jdbc:postgresql://db");
    assertEquals(new TestServer("db", "", "postgres", ""), server);
    assertEquals("jdbc:postgresql://db/other", server.url("other"));
  }

  @Test
  void refusesOtherUrls() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> ExistingServer.parse("postgres://db"));
    assertEquals(
        "The setting phase.test.url is no JDBC URL of PostgreSQL. Write it like"
            + " jdbc:postgresql://localhost:5432/postgres?user=postgres&password=secret.",
        e.getMessage());
  }
}
