package dev.phase.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.cli.Invocation;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class CommandGoalsTest {

  @TempDir private Path directory;
  private Database database;

  @BeforeEach
  void prepare(Database database) throws Exception {
    this.database = database;
    Files.createDirectories(directory.resolve("db/changes"));
    Files.writeString(
        directory.resolve("db/changes/0001_articles.yaml"),
        """
        operations:
          - create_table:
              name: articles
              columns: [ { name: id, type: bigint, primary_key: true } ]
        """);
  }

  @Test
  void lintPassesSoundFilesAndFailsOthers() throws Exception {
    assertEquals("1 file, no problems", run(new LintMojo()).lines().findFirst().orElse(""));
    Files.writeString(directory.resolve("db/changes/0002_bad.yaml"), "operatoins: []");
    MojoFailureException e =
        assertThrows(MojoFailureException.class, () -> run(new LintMojo()));
    assertTrue(e.getMessage().contains("0002_bad.yaml:1"), e.getMessage());
  }

  @Test
  void theLifeOfAVersion() throws Exception {
    Invocation.run(
        directory,
        environment(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        List.of("init", "--url=" + database.url(), "--user=" + database.user()));
    assertTrue(run(new PlanMojo()).contains("CREATE TABLE"));
    AdvanceMojo advance = new AdvanceMojo();
    advance.release = "2026.11";
    advance.applicationVersion = "1.2.3";
    run(advance);
    assertTrue(run(new StatusMojo()).contains("0001_articles"));
    assertEquals(
        List.of("2026.11/1.2.3"),
        database.strings(
            "SELECT DISTINCT release || '/' || application_version FROM phase.plan WHERE move = 'EXPAND'"));
    run(new SnapshotMojo());
    assertTrue(Files.exists(directory.resolve("db/schema.json")));
  }

  @Test
  void aGoalCanBeSkipped() throws Exception {
    LintMojo lint = new LintMojo();
    lint.skip = true;
    assertEquals("Skipped, as phase.skip says.", run(lint));
  }

  private String run(PhaseMojo goal) throws MojoFailureException {
    RecordingLog log = new RecordingLog();
    goal.setLog(log);
    goal.basedir = directory.toFile();
    goal.environment = environment();
    if (!(goal instanceof LintMojo)) {
      goal.url = database.url();
      goal.user = database.user();
    }
    goal.execute();
    return log.text();
  }

  private Map<String, String> environment() {
    return Map.of("PHASE_PASSWORD", database.password());
  }
}
