package shop.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.phase.cli.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code phase lint --entities} on the releases of the shop, with the Hibernate that they run on. */
class LintEntitiesTest {

  private static final Path SHOP = Path.of("..").toAbsolutePath().normalize();
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final Pattern OF_HIBERNATE =
      Pattern.compile(".*/(org/hibernate|jakarta|org/jboss|net/bytebuddy|org/antlr|io/smallrye"
          + "|com/fasterxml/classmate|org/glassfish|com/sun|org/eclipse)/.*\\.jar");

  @TempDir private Path directory;

  /** How a command ended. */
  private record Outcome(int code, String out, String err) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void thereIsNoFalseAlarm(int release) {
    Outcome outcome = lint(release, "--entities=" + classes(release), "--class-path=" + CLASS_PATH);

    assertEquals("%s, no problems%n".formatted(release == 1 ? "1 file" : release + " files"), outcome.out());
    assertEquals(0, outcome.code(), outcome::err);
  }

  @Test
  void entitiesOfAnotherReleaseFailWithThreeAndSayWhere() {
    Outcome outcome = lint(3, "--entities=v2/target/classes", "--class-path=" + CLASS_PATH);

    assertEquals(3, outcome.code());
    assertEquals(
        """
        shop.Customer.name: error: Table customers has no column name in version 0003_paid. Correct the name, or add the column in a change. [entity-missing-column]
        shop.Customer: error: No field is mapped to column customers.full_name, which may not be NULL and has no default, so no row can be inserted. Map it, or give it a default in a change. [entity-unmapped-column]
        shop.Order.status: error: Table orders has no column status in version 0003_paid. Correct the name, or add the column in a change. [entity-missing-column]
        3 files, 3 errors, 0 warnings
        """,
        outcome.out());
  }

  @Test
  void scriptsReadClassFieldTableAndColumn() throws IOException {
    JsonNode document =
        new ObjectMapper()
            .readTree(lint(3, "-o=json", "--entities=v2/target/classes", "--class-path=" + CLASS_PATH).out());

    JsonNode finding = document.get("findings").get(0);
    assertEquals("entity-missing-column", finding.get("rule").asText());
    assertEquals("v2/src/main/java/shop/Customer.java", finding.get("file").asText());
    assertEquals("shop.Customer", finding.at("/entity/name").asText());
    assertEquals("name", finding.at("/entity/field").asText());
    assertEquals("customers", finding.at("/entity/table").asText());
    assertEquals("name", finding.at("/entity/column").asText());
  }

  @Test
  void codeHostsReadSarif() throws IOException {
    JsonNode sarif =
        new ObjectMapper()
            .readTree(lint(3, "-o=sarif", "--entities=v2/target/classes", "--class-path=" + CLASS_PATH).out());

    JsonNode place = sarif.at("/runs/0/results/0/locations/0");
    assertEquals(
        "v2/src/main/java/shop/Customer.java",
        place.at("/physicalLocation/artifactLocation/uri").asText());
    assertEquals(
        "shop.Customer.name", place.at("/logicalLocations/0/fullyQualifiedName").asText());
  }

  @Test
  void anExecutableJarBringsAllThatItNeeds() throws IOException {
    Path jar = directory.resolve("app.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes(2))) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        add(out, "BOOT-INF/classes/" + classes(2).relativize(path), path);
      }
      for (String element : new TreeSet<>(List.of(CLASS_PATH.split(File.pathSeparator)))) {
        if (OF_HIBERNATE.matcher(element).matches()) {
          add(out, "BOOT-INF/lib/" + Path.of(element).getFileName(), Path.of(element));
        }
      }
    }
    assertEquals(0, lint(2, "--entities=" + jar).code());
    assertTrue(lint(3, "--entities=" + jar).out().contains("shop.Order.status: error: "));
  }

  @Test
  void aPersistenceUnitNamesItsClassesAndItsNames() throws IOException {
    Files.createDirectory(directory.resolve("META-INF"));
    Files.writeString(
        directory.resolve("META-INF/persistence.xml"),
        """
        <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.1">
          <persistence-unit name="stock">
            <class>shop.Stock</class>
            <exclude-unlisted-classes/>
            <properties>
              <property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://nowhere.invalid/"/>
              <property name="hibernate.default_schema" value="public"/>
            </properties>
          </persistence-unit>
        </persistence>
        """);
    String classPath = "--class-path=" + classes(2) + File.pathSeparator + CLASS_PATH;

    Outcome outcome =
        lint(2, "--entities=" + directory, classPath, "--persistence-unit=stock");
    assertEquals(3, outcome.code());
    assertTrue(
        outcome.out().contains("Setting hibernate.default_schema makes statements go past"),
        outcome::out);
    Outcome none = lint(2, "--entities=" + directory, classPath, "--persistence-unit=other");
    assertEquals(3, none.code());
    assertTrue(none.err().startsWith("There is no persistence unit other in "), none::err);
  }

  @Test
  void aSettingDecidesAboutNames() {
    Outcome outcome =
        lint(
            2,
            "--entities=v2/target/classes",
            "--class-path=" + CLASS_PATH,
            "--hibernate=hibernate.cache.region.factory_class=jcache",
            "--hibernate=hibernate.default_schema=public");
    assertEquals(3, outcome.code());
    assertTrue(outcome.out().contains("[entity-schema-bypass]"), outcome::out);
  }

  private static Path classes(int release) {
    return SHOP.resolve("v" + release + "/target/classes");
  }

  private static void add(JarOutputStream out, String name, Path file) throws IOException {
    out.putNextEntry(new JarEntry(name));
    Files.copy(file, out);
    out.closeEntry();
  }

  private static Outcome lint(int release, String... arguments) {
    List<String> all = new ArrayList<>(List.of("lint"));
    all.add("--changes=" + classes(release).resolve("db/changes"));
    all.addAll(List.of(arguments));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Invocation.run(SHOP, Map.of(), out, err, all);
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
