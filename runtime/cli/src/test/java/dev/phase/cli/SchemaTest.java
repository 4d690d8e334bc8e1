package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code phase schema}: from the files alone. */
final class SchemaTest {

  private static final String ADD =
      """
      operations:
        - add_column: { table: t, column: { name: c, type: text } }
      """;

  @TempDir private Path directory;
  private TestProject project;

  @BeforeEach
  void addChanges() throws Exception {
    project = TestProject.offline(directory);
    project.change("0002_b", ADD);
    project.change("0010_c", ADD);
    project.change("0001_a", ADD);
  }

  @Test
  void theNewestFileNamesTheSchema() {
    assertEquals("public_0010_c\n", project.succeed("schema"));
  }

  @Test
  void withoutFilesItIsTheBaseSchema() {
    assertEquals("public\n", project.succeed("schema", "--changes", "none"));
  }

  @Test
  void theUrlLeadsToTheVersion() {
    project.with("PHASE_URL", "postgresql://me:hunter2@db:5433/app?sslmode=require");

    String url = project.succeed("schema", "--url");

    assertEquals(
        "jdbc:postgresql://db:5433/app?sslmode=require&currentSchema=public_0010_c,public\n", url);
  }

  @Test
  void anotherSearchPathInTheUrlGivesWay() {
    String url =
        project.succeed("schema", "--url=jdbc:postgresql://db/app?currentSchema=x&password=hunter2");

    assertEquals("jdbc:postgresql://db/app?currentSchema=public_0010_c,public\n", url);
  }

  @Test
  void namesInMixedCaseAreQuoted() {
    String url = project.succeed("schema", "--schema", "App", "--url", "postgresql://db/app");

    assertEquals(
        "jdbc:postgresql://db/app?currentSchema=%22App_0010_c%22,%22App%22\n", url);
  }

  @Test
  void theJsonHasEverything() {
    String json = project.succeed("schema", "-o", "json", "--url", "postgresql://db/app");

    assertEquals(
        """
        {
          "version": "0010_c",
          "schema": "public_0010_c",
          "searchPath": "public_0010_c,public",
          "url": "jdbc:postgresql://db/app?currentSchema=public_0010_c,public"
        }
        """,
        json);
  }

  @Test
  void aUrlThatIsNotSetIsTold() {
    TestProject.Outcome outcome = project.run("schema", "--url");

    assertEquals(3, outcome.code());
    assertEquals(
        "--url: No database is set. Give its URL with --url, PHASE_URL, or `url` in phase.yaml.\n",
        outcome.err());
  }
}
