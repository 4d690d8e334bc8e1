package dev.phase.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.phase.cli.Invocation;
import dev.phase.maven.Maven.Outcome;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals in builds of a project of its own, which Maven itself runs. */
@PostgresTest
class RealBuildTest {

  @TempDir private Path directory;
  private Path project;
  private Maven maven;

  @BeforeEach
  void prepare() throws IOException {
    assumeTrue(Maven.home().isPresent(), "These tests were not started by Maven.");
    project = Files.createDirectory(directory.resolve("project"));
    maven = Maven.with(directory.resolve("repository"));
    Path template = Path.of("src/test/resources/project");
    try (Stream<Path> files = Files.walk(template)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = project.resolve(template.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void aReleaseIsCheckedPlannedAndAdvanced(Database database) throws Exception {
    Map<String, String> environment =
        Map.of(
            "PHASE_URL", database.url(),
            "PHASE_USER", database.user(),
            "PHASE_PASSWORD", database.password());
    Invocation.run(
        project,
        environment,
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        List.of("init"));

    Outcome build =
        maven.run(
            project,
            environment,
            List.of(
                "process-classes",
                "phase:plan",
                "phase:advance",
                "phase:status",
                "phase:snapshot",
                "-Dphase.release=2026.11"));

    assertEquals(0, build.code(), build::log);
    assertContains("[INFO] 1 file, no problems", build);
    assertContains("[INFO] The entities fit the version.", build);
    assertContains("CREATE TABLE", build);
    assertEquals(
        List.of("2026.11/1.2.3"),
        database.strings(
            """
            SELECT DISTINCT release || '/' || application_version FROM phase.plan
            WHERE move = 'EXPAND'"""));
    assertTrue(Files.exists(project.resolve("db/schema.json")));
  }

  @Test
  void aBuildWhoseEntitiesDoNotFitFailsAndAsksForADraft() throws Exception {
    Path entity = project.resolve("src/main/java/shop/Article.java");
    Files.writeString(
        entity, Files.readString(entity).replace("String title;", "String title; Integer pages;"));

    Outcome build = maven.run(project, Map.of(), List.of("phase:draft", "process-classes"));

    assertEquals(1, build.code(), build::log);
    assertContains("- add_column: { table: articles, column: { name: pages, type: integer } }", build);
    assertContains(
        "shop.Article.pages: Table articles has no column pages in version 0001_articles.", build);
  }

  private static void assertContains(String text, Outcome build) {
    assertTrue(build.log().contains(text), build::log);
  }
}
