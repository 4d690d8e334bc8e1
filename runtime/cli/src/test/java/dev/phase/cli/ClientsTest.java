package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is connected, and who has agreed that a version goes. */
@PostgresTest
final class ClientsTest {

  @TempDir private Path directory;

  @Test
  void listsSessionsByVersion(Database database) throws Exception {
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");
    assertEquals("Nobody else is connected to this database.\n", project.succeed("clients"));
    try (Connection tagged = database.connect();
        Connection other = database.connect()) {
      tagged.setClientInfo("ApplicationName", "phase:baseline shop");
      other.setClientInfo("ApplicationName", "psql");

      JsonNode clients =
          new ObjectMapper().readTree(project.succeed("clients", "-o", "json")).get("clients");

      assertEquals("baseline", clients.get(0).get("version").asText());
      assertEquals("shop", clients.get(0).get("application").asText());
      assertEquals(database.user(), clients.get(0).get("login").asText());
      assertEquals(1, clients.get(0).get("sessions").asInt());
      assertTrue(clients.get(1).get("version").isNull());
      String table = project.succeed("clients");
      assertTrue(table.contains("not said"), table);
      table.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }
  }

  @Test
  void approvesVersionsThatThereAre(Database database) throws Exception {
    TestProject project = TestProject.on(database, directory);
    project.succeed("init");

    assertEquals(
        "Version baseline is approved: it goes when its other gates hold.\n",
        project.succeed("approve", "baseline"));
    assertEquals(
        "Version baseline had been approved before.\n", project.succeed("approve", "baseline"));
    assertEquals(
        "Version baseline is not approved any more.\n",
        project.succeed("approve", "baseline", "--withdraw"));
    TestProject.Outcome unknown = project.run("approve", "0007_cents");
    assertEquals(5, unknown.code());
    assertTrue(unknown.err().contains("There is no version 0007_cents"), unknown.err());
  }
}
