package dev.phase.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.phase.sql.Identifier;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationVersionTest {

  private static final Identifier PUBLIC = Identifier.of("public");

  @TempDir private Path directory;

  @Test
  void theLastChangeFileOfADirectoryNamesTheVersion() throws IOException {
    Path changes = Files.createDirectories(directory.resolve("db/changes"));
    for (String file :
        List.of("0002_b.yaml", "0010_j.yml", "0003_c.yaml", ".0099_hidden.yaml", "0100_notes.txt")) {
      Files.writeString(changes.resolve(file), "");
    }
    assertEquals("0010_j", read(directory, "db/changes").name());
  }

  @Test
  void theLastChangeFileOfAJarNamesTheVersion() throws IOException {
    Path jar = directory.resolve("app.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String entry :
          List.of(
              "db/",
              "db/changes/",
              "db/changes/0001_a.yaml",
              "db/changes/0002_b.yaml",
              "db/changes/old/0009_x.yaml",
              "db/changes.txt")) {
        out.putNextEntry(new JarEntry(entry));
        out.closeEntry();
      }
    }
    assertEquals("0002_b", read(jar, "/db/changes/").name());
  }

  @Test
  void withoutChangeFilesItIsNotGuessed() {
    VersionException e =
        assertThrows(VersionException.class, () -> read(directory, "db/changes"));
    assertEquals(
        "There are no change files in db/changes on the class path, so nobody knows which version this application was built for. Package them, or set phase.version.",
        e.getMessage());
  }

  @Test
  void aNameThatPostgresqlWouldCutIsRefused() {
    assertThrows(
        VersionException.class, () -> new ApplicationVersion("0001_" + "x".repeat(60), PUBLIC));
  }

  @Test
  void connectionsAreOpenedWithBothSchemasQuotedAndATag() {
    var properties =
        new ApplicationVersion("0001_a", Identifier.of("Mixed \"Case")).connectionProperties("shop");
    assertEquals(
        "\"Mixed \"\"Case_0001_a\",\"Mixed \"\"Case\"", properties.getProperty("currentSchema"));
    assertEquals("phase:0001_a shop", properties.getProperty("ApplicationName"));
  }

  @Test
  void theBaselineIsTheBaseSchemaAlone() {
    ApplicationVersion baseline = new ApplicationVersion(ApplicationVersion.BASELINE, PUBLIC);
    assertEquals(List.of(PUBLIC), baseline.searchPath());
    assertEquals("phase:baseline", baseline.connectionProperties("").getProperty("ApplicationName"));
  }

  private static ApplicationVersion read(Path entry, String location) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {entry.toUri().toURL()}, null)) {
      return ApplicationVersion.ofClassPath(loader, location, PUBLIC);
    }
  }
}
