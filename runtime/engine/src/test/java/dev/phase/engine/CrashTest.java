package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.change.ChangeReader;
import dev.phase.engine.failure.PhaseException;
import dev.phase.operation.Operation;
import dev.phase.sql.Identifier;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Commands that die before a step, between its SQL and the ledger, and after it, for every
 * operation. What follows is either the same command, which must end where an undisturbed one ends, or a
 * rollback, which must leave nothing.
 *
 * <p>Each build draws some points of each case that it takes to see every operation.
 * {@code -Dphase.crash.points=all} tries every point of them, {@code -Dphase.crash.cases=all} takes
 * every case, and {@code -Dphase.crash.seed} draws other points.
 */
@PostgresTest
@Tag("lifecycle")
final class CrashTest {

  private static final String POINTS = System.getProperty("phase.crash.points", "3");
  private static final String CASES = System.getProperty("phase.crash.cases", "");
  private static final long SEED = Long.getLong("phase.crash.seed", 20_261_121);
  private static final Pattern FINGERPRINT =
      Pattern.compile("^.*rows of .*\\.(?:phase_\\d+_)?([^.]*) = .*$");
  private static final CrashReport REPORT = new CrashReport();

  private final Database database;
  private final Path directory;
  private final Map<String, List<String>> expected = new HashMap<>();
  private final Set<String> volatileColumns = new HashSet<>();
  private final Map<CrashWay, CrashPoint.Counter> counters = new EnumMap<>(CrashWay.class);
  private final List<String> failures = new ArrayList<>();
  private int scenes;

  CrashTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whateverDiesCanBeFinishedAndTakenBack(OperationsTest.Case operation) throws Exception {
    undisturbed(operation);
    CrashPoint.prepare(database);
    Random random = new Random(SEED + operation.name().hashCode());
    for (Moment moment : moments(random)) {
      attempt(operation, moment.way(), moment.point());
    }
    assertEquals(List.of(), failures);
  }

  @Test
  void everyOperationIsAmongTheCases() {
    assertEquals(
        Set.of(Operation.class.getPermittedSubclasses()),
        cases().flatMap(c -> operations(c, directory).stream()).collect(Collectors.toSet()));
  }

  @AfterAll
  static void report() {
    System.out.println(REPORT);
  }

  /** What every way must come to; from two scenes, so that what differs by itself is known. */
  private void undisturbed(OperationsTest.Case operation) throws Exception {
    try (CrashScene scene = scene(operation)) {
      undisturbed(CrashWay.ADVANCE_AGAIN, scene);
      undisturbed(CrashWay.RETIRE_AGAIN, scene);
      undisturbed(CrashWay.CONTRACT_AGAIN, scene);
    }
    try (CrashScene scene = scene(operation)) {
      undisturbed(CrashWay.ADVANCE_AGAIN, scene);
      undisturbed(CrashWay.ROLLBACK_AGAIN, scene);
    }
    try (CrashScene scene = scene(operation)) {
      CrashWay.CLOSE_AGAIN.prepare(scene);
      undisturbed(CrashWay.CLOSE_AGAIN, scene);
      undisturbed(CrashWay.OPEN_AGAIN, scene);
    }
    counters.put(CrashWay.ADVANCE_BACK, counters.get(CrashWay.ADVANCE_AGAIN));
  }

  private void undisturbed(CrashWay way, CrashScene scene) throws Exception {
    CrashPoint.Counter counter = new CrashPoint.Counter();
    way.die(scene, counter);
    counters.put(way, counter);
    expect(way.end(), scene);
  }

  private void expect(String end, CrashScene scene) throws Exception {
    List<String> picture = scene.picture();
    List<String> earlier = expected.putIfAbsent(end, picture);
    if (earlier != null) {
      Stream.concat(difference(picture, earlier), difference(earlier, picture))
          .map(CrashTest::column)
          .forEach(volatileColumns::add);
    }
  }

  private record Moment(CrashWay way, CrashPoint point) {}

  /** Every point of every way, or some that are drawn. */
  private List<Moment> moments(Random random) {
    List<Moment> moments = new ArrayList<>();
    for (CrashWay way : CrashWay.values()) {
      for (CrashPoint.Kind kind : CrashPoint.Kind.values()) {
        for (int place = 0; place < counters.get(way).of(kind); place++) {
          moments.add(new Moment(way, new CrashPoint(kind, place)));
        }
      }
    }
    if (POINTS.equals("all")) {
      return moments;
    }
    Collections.shuffle(moments, random);
    return moments.subList(0, Math.min(Integer.parseInt(POINTS), moments.size()));
  }

  private void attempt(OperationsTest.Case operation, CrashWay way, CrashPoint point)
      throws Exception {
    String failure;
    try (CrashScene scene = scene(operation)) {
      way.prepare(scene);
      boolean died = false;
      try {
        way.die(scene, point.arm(database));
      } catch (CrashPoint.Died | PhaseException e) {
        died = true;
      } finally {
        CrashPoint.disarm(database);
      }
      failure = died ? outcome(scene, way) : "it did not die";
    }
    REPORT.add(way, point.kind(), failure.isEmpty());
    if (!failure.isEmpty()) {
      failures.add("%s, %s: %s".formatted(way, point, failure));
    }
  }

  /** What is wrong after it went on; empty where nothing is. */
  private String outcome(CrashScene scene, CrashWay way) throws Exception {
    try {
      way.goOn(scene);
    } catch (PhaseException e) {
      return e.getMessage();
    }
    List<String> wanted = expected.get(way.end());
    List<String> found = scene.picture();
    return Stream.concat(
            difference(wanted, found).map(line -> "is missing: " + line),
            difference(found, wanted).map(line -> "is left: " + line))
        .filter(line -> !volatileColumns.contains(column(line)))
        .collect(Collectors.joining("\n"));
  }

  private CrashScene scene(OperationsTest.Case operation) throws Exception {
    return new CrashScene(database, directory, operation, "Crash %03d".formatted(scenes++));
  }

  private static Stream<String> difference(List<String> lines, List<String> others) {
    return lines.stream().filter(line -> !others.contains(line));
  }

  /** The column of a fingerprint, whatever it is called while it is a shadow; else the line. */
  private static String column(String line) {
    return FINGERPRINT.matcher(line).replaceFirst("$1");
  }

  /**
   * Those of {@link OperationsTest}; unless all are wanted, as many as show every operation, of which
   * one with many operations stands for several.
   */
  static Stream<OperationsTest.Case> cases() {
    List<OperationsTest.Case> all =
        OperationsTest.cases().filter(c -> c.schema().equals("public")).toList();
    if (CASES.equals("all")) {
      return all.stream();
    }
    try {
      Path directory = Files.createTempDirectory("phase-crash");
      Map<OperationsTest.Case, Set<Class<?>>> operations = new LinkedHashMap<>();
      all.forEach(c -> operations.put(c, operations(c, directory)));
      Files.delete(directory);
      Set<Class<?>> seen = new HashSet<>();
      return operations.entrySet().stream()
          .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
          .filter(entry -> seen.addAll(entry.getValue()))
          .map(Map.Entry::getKey)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<Class<?>> operations(OperationsTest.Case operation, Path directory) {
    try {
      Path own = Files.createTempDirectory(directory, "case");
      Path file = Files.writeString(own.resolve("0001_case.yaml"), operation.change());
      Set<Class<?>> found =
          ChangeReader.read(own, Identifier.of("public")).files().stream()
              .flatMap(read -> read.change().operations().stream())
              .map(Object::getClass)
              .collect(Collectors.toSet());
      Files.delete(file);
      Files.delete(own);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
