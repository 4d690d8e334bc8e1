package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.change.Change;
import dev.phase.change.ChangeFile;
import dev.phase.compat.CompatViews;
import dev.phase.planning.Moves;
import dev.phase.planning.Plan;
import dev.phase.planning.PlanScript;
import dev.phase.planning.VersionPlanner;
import dev.phase.sql.Identifier;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import dev.phase.window.Arrival;
import dev.phase.window.Version;
import dev.phase.window.VersionState;
import dev.phase.window.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every move of every case runs, word for word. After a change that is meant,
 * {@code -Dphase.golden.write=true} writes the files anew; read the difference.
 */
@PostgresTest
final class GoldenPlansTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  private static final boolean WRITE = Boolean.getBoolean("phase.golden.write");

  /** The views of PostgreSQL 14 differ; how is tested where views are made. */
  private static final int SERVER_MAJOR = 18;

  private final Database database;
  private final Path directory;

  GoldenPlansTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aPlanIsWhatItWas(OperationsTest.Case operation) throws Exception {
    operation.prepare(database);
    Workshop workshop = new Workshop(database, directory, operation.schema());
    workshop.change("0001_case", operation.change());
    List<Change> changes = workshop.files().stream().map(ChangeFile::change).toList();
    String script =
        workshop.inspect(
            (window, catalog) ->
                PlanScript.of(plans(window, new VersionPlanner(window, catalog).plan(changes))));

    assertGolden(file(operation), comment(operation.change()) + script);
  }

  /** Through the life of a version: the last two are what may follow. */
  private static List<Plan> plans(Window window, Arrival arrival) {
    Moves moves = new Moves(new CompatViews(SERVER_MAJOR));
    Plan expand = moves.expand(window, arrival);
    Plan publish = moves.publish(expand.after());
    Plan retireBaseline = moves.retire(withNext(publish.after()));
    Plan retire = moves.retire(retireBaseline.after());
    Plan restore = moves.restore(retire.after());
    Plan contract = moves.contract(moves.retire(publish.after()).after());
    Plan rollback = moves.rollback(publish.after());
    return List.of(expand, publish, retire, restore, contract, rollback);
  }

  /** A version can be retired only where a newer one takes over. */
  private static Window withNext(Window window) {
    Version next =
        new Version(
            "0002_next",
            Optional.of(Identifier.of("next")),
            VersionState.LIVE,
            window.newest().position() + 1,
            List.of(),
            Map.of(),
            Set.of(),
            Map.of(),
            List.of(),
            List.of());
    return window.plus(new Arrival(next, Map.of(), List.of()));
  }

  @Test
  void thereIsNoGoldenPlanWithoutItsCase() throws IOException {
    List<String> expected = cases().map(GoldenPlansTest::file).sorted().toList();
    for (String file : files()) {
      if (WRITE && !expected.contains(file)) {
        Files.delete(GOLDEN.resolve(file));
      }
    }
    if (!WRITE) {
      assertEquals(expected, files());
    }
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void assertGolden(String file, String plans) throws IOException {
    Path golden = GOLDEN.resolve(file);
    if (WRITE) {
      Files.writeString(golden, plans);
    }
    assertEquals(Files.exists(golden) ? Files.readString(golden) : "", plans);
  }

  private static String file(OperationsTest.Case operation) {
    return operation.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_") + ".sql";
  }

  private static String comment(String yaml) {
    return yaml.strip().indent(0).replaceAll("(?m)^", "-- ").replaceAll("-- $", "") + "\n";
  }

  static Stream<OperationsTest.Case> cases() {
    return OperationsTest.cases().filter(operation -> operation.schema().equals("public"));
  }
}
