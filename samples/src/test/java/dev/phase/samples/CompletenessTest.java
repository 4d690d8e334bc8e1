package dev.phase.samples;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.phase.change.ChangeFile;
import dev.phase.change.ChangeReader;
import dev.phase.change.JsonSchemas;
import dev.phase.operation.Operation;
import dev.phase.sql.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation is shown in the shop, has a page of its own, and is tested from end to end. */
class CompletenessTest {

  private static final Path CHANGES = Path.of("shop", "db", "changes");
  private static final Path PAGES = Path.of("..", "docs", "operations");
  private static final Path GOLDEN =
      Path.of("..", "runtime", "engine", "src", "test", "resources", "golden");
  private static final Pattern OPERATION = Pattern.compile("^-- *- (\\w+):");
  private static final String INDEX = "README.md";

  @Test
  void theShopUsesEveryOperation() {
    Set<Class<?>> used =
        ChangeReader.read(CHANGES, Identifier.of("public")).files().stream()
            .map(ChangeFile::change)
            .flatMap(change -> change.operations().stream())
            .map(Operation::getClass)
            .collect(toSet());
    assertEquals(Set.of(Operation.class.getPermittedSubclasses()), used);
  }

  @Test
  void everyOperationHasAPageAndEveryPageAnOperation() throws IOException {
    Set<String> pages = new TreeSet<>();
    for (String kind : kinds()) {
      pages.add(kind + ".md");
    }
    try (Stream<Path> files = Files.list(PAGES)) {
      assertEquals(
          pages,
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals(INDEX))
              .collect(toSet()));
    }
  }

  /** Golden plans are those of the cases that run from expand to contract and back. */
  @Test
  void everyOperationHasAGoldenPlan() throws IOException {
    Set<String> shown = new TreeSet<>();
    try (Stream<Path> plans = Files.list(GOLDEN)) {
      for (Path plan : plans.toList()) {
        Files.readString(plan)
            .lines()
            .map(OPERATION::matcher)
            .filter(Matcher::find)
            .forEach(operation -> shown.add(operation.group(1)));
      }
    }
    Set<String> missing = new TreeSet<>(kinds());
    missing.removeAll(shown);
    assertEquals(Set.of(), missing);
  }

  @Test
  void theIndexLeadsToEveryPage() throws IOException {
    String index = Files.readString(PAGES.resolve(INDEX));
    for (String kind : kinds()) {
      assertTrue(index.contains("(%s.md)".formatted(kind)), kind);
    }
  }

  @Test
  void aPageNamesItsOperationAndEveryFieldOfIt() throws IOException {
    var definitions = new ObjectMapper().readTree(JsonSchemas.change()).path("$defs");
    for (String kind : kinds()) {
      String page = Files.readString(PAGES.resolve(kind + ".md"));
      assertTrue(page.startsWith("# " + kind + "\n"), kind);
      definitions
          .path(kind)
          .path("properties")
          .fieldNames()
          .forEachRemaining(
              field -> assertTrue(page.contains("`" + field + "`"), kind + "." + field));
    }
  }

  /** As change files spell them. */
  private static Set<String> kinds() throws IOException {
    Set<String> kinds = new TreeSet<>();
    new ObjectMapper()
        .readTree(JsonSchemas.change())
        .path("$defs")
        .path("operation")
        .path("properties")
        .fieldNames()
        .forEachRemaining(kinds::add);
    assertEquals(Operation.class.getPermittedSubclasses().length, kinds.size());
    return kinds;
  }
}
