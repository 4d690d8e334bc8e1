package dev.phase.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.config.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The checked-in schemas describe the records. To write them anew, run {@code mvn -pl phases test
 * -Dtest=JsonSchemasTest -Dphase.schemas.write=true}.
 */
class JsonSchemasTest {

  private static final Path RESOURCES = Path.of("src", "main", "resources", "dev", "phase", "schema");

  @Test
  void describesChanges() throws IOException {
    check("change.schema.json", JsonSchemas.change());
  }

  @Test
  void describesSettings() throws IOException {
    check("phase.schema.json", SettingsReader.jsonSchema());
  }

  private static void check(String name, String generated) throws IOException {
    Path file = RESOURCES.resolve(name);
    if (Boolean.getBoolean("phase.schemas.write")) {
      Files.createDirectories(RESOURCES);
      Files.writeString(file, generated);
    }
    assertEquals(generated, Files.readString(file));
  }
}
