package dev.phase.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityGoalsTest {

  @TempDir private Path changes;

  /** A project whose class path is that of this test. */
  private static final class ThisProject extends MavenProject {
    @Override
    public List<String> getTestClasspathElements() {
      return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }
  }

  @BeforeEach
  void writeAChange() throws Exception {
    write("{ name: title, type: text, nullable: false }");
  }

  @Test
  void entitiesThatFitPass() throws Exception {
    assertEquals("The entities fit the version.", run(new EntitiesMojo()));
    assertEquals("The entities fit the version.", run(new DraftMojo()));
  }

  @Test
  void entitiesThatDoNotFitFailTheBuild() throws Exception {
    write("{ name: headline, type: text }");
    MojoFailureException e =
        assertThrows(MojoFailureException.class, () -> run(new EntitiesMojo()));
    assertEquals(
        """
        Entities do not fit the version.
        dev.phase.maven.Article.title: Table articles has no column title in version 0001_articles. Correct the name, or add the column in a change.""",
        e.getMessage());
    assertTrue(
        run(new DraftMojo())
            .contains("- rename_column: { table: articles, from: headline, to: title }"));
  }

  @Test
  void theDescriptorHasTheGoals() throws Exception {
    String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
    Set<String> goals =
        Pattern.compile("<goal>([^<]+)</goal>")
            .matcher(descriptor)
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        Set.of("advance", "draft", "entities", "lint", "plan", "snapshot", "status"), goals);
  }

  private void write(String column) throws Exception {
    Files.writeString(
        changes.resolve("0001_articles.yaml"),
        """
        operations:
          - create_table:
              name: articles
              columns:
                - { name: id, type: bigint, primary_key: true }
                - %s
        """
            .formatted(column));
  }

  private String run(EntityMojo goal) throws Exception {
    RecordingLog log = new RecordingLog();
    goal.setLog(log);
    goal.project = new ThisProject();
    goal.classes = new File("target/test-classes");
    goal.changes = changes.toFile();
    goal.schema = "public";
    goal.execute();
    return log.text();
  }
}
