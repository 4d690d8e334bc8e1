package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One release after the other, each with a change of another kind, while applications write through
 * every live version all the time and each command is killed with SIGKILL at random moments, until
 * it gets through. {@code -Dphase.train.releases=20} runs all of them, {@code -Dphase.train.seed}
 * draws other moments and values.
 */
@PostgresTest
@Tag("lifecycle")
final class TrainTest {

  private static final int RELEASES = Integer.getInteger("phase.train.releases", 8);
  private static final long SEED = Long.getLong("phase.train.seed", 20_261_121);
  private static final int KEEP = 2;
  private static final int CUSTOMERS = 20;
  private static final int ORDERS = 3000;

  /** So that the commands get a share of a small machine. */
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final Database database;
  private final Path directory;
  private final Workshop workshop;
  private final Killer killer;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<TrainVersion> live = new ArrayList<>();
  private final Map<TrainVersion, List<Writer>> running = new HashMap<>();
  private final List<Writer> all = new ArrayList<>();
  private final List<String> expectedLog = new ArrayList<>();
  private long disagreements;

  TrainTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
    this.workshop = new Workshop(database, directory);
    this.killer = new Killer(database, directory, new Random(SEED));
  }

  @Test
  @Timeout(1800)
  void nothingFailsAndNothingIsLostWhereverAReleaseIsKilled() throws Exception {
    database.run(TrainReleases.START.toArray(String[]::new));
    database.run(
        "INSERT INTO customers SELECT n FROM generate_series(1, %d) n".formatted(CUSTOMERS),
        "INSERT INTO orders SELECT n, n %% %d + 1, n * 0.25 FROM generate_series(1, %d) n"
            .formatted(CUSTOMERS, ORDERS));
    List<String> functions = functions();
    long begun = System.nanoTime();
    List<TrainRelease> releases = TrainReleases.all().subList(0, RELEASES + 1);

    depart(releases.get(0));
    for (TrainRelease release : releases.subList(1, releases.size())) {
      arrive(release);
      assertWindow();
    }
    contractAll();
    report((System.nanoTime() - begun) / 1_000_000_000);

    assertEquals(List.of(), all.stream().flatMap(w -> w.failures().stream()).limit(5).toList());
    assertEquals(List.of(), all.stream().flatMap(w -> w.mismatches().stream()).limit(5).toList());
    assertEquals(0, disagreements);
    assertTrue(killer.kills() >= RELEASES, "only " + killer.kills() + " kills hit");
    assertTrue(all.stream().allMatch(writer -> writer.statements() > 20));
    assertEquals(expectedLog, log());
    TrainVersion last = live.get(0);
    assertEquals(
        ORDERS + all.stream().mapToInt(Writer::orders).sum(),
        Integer.parseInt(
            database.queryOne("SELECT count(*) FROM %s.%s".formatted(last.schema(), last.table()))));
    assertNothingIsLeft(releases, functions);
  }

  /** The applications of a release start. */
  private void depart(TrainRelease release) throws Exception {
    TrainVersion version = TrainVersion.of(release, database);
    live.add(version);
    List<Writer> writers = new ArrayList<>();
    for (boolean qualified : new boolean[] {true, false}) {
      Writer writer = new Writer(database, version, qualified, all.size(), PAUSE);
      writers.add(writer);
      all.add(writer);
      threads.execute(writer);
    }
    running.put(version, writers);
  }

  private void arrive(TrainRelease release) throws Exception {
    workshop.change(release.id(), release.change());
    if (live.size() > KEEP) {
      leave(live.get(0));
      expect("retire", release);
      if (isBaseline(live.get(0))) {
        expect("expand " + release.id(), release);
        expect("publish " + release.id(), release);
      } else {
        expect("contract", release);
      }
    }
    settings(KEEP);
    killer.runUntilItIsThrough("advance", release.id());
    if (live.size() > KEEP && isBaseline(live.get(0))) {
      expect("contract", release);
      while (workshop.status().versions().get(0).name().equals("baseline")) {
        killer.runOnce("contract", release.id());
      }
    } else {
      expect("expand " + release.id(), release);
      expect("publish " + release.id(), release);
    }
    if (live.size() > KEEP) {
      live.remove(0);
    }
    depart(release);
    compare();
  }

  /** The applications of a version end; what they wrote is what the next version reads. */
  private void leave(TrainVersion version) throws Exception {
    for (Writer writer : running.remove(version)) {
      writer.stop();
      writer.awaitEnd();
    }
    compare();
  }

  private void compare() throws Exception {
    for (int i = 1; i < live.size(); i++) {
      TrainVersion newer = live.get(i);
      disagreements +=
          Long.parseLong(
              database.queryOne(newer.release().disagreements(live.get(i - 1), newer)));
    }
  }

  private void contractAll() throws Exception {
    TrainRelease last = live.get(live.size() - 1).release();
    while (live.size() > 1) {
      leave(live.get(0));
      expect("retire", last);
      expect("contract", last);
      live.remove(0);
    }
    settings(0);
    killer.runUntilItIsThrough("advance", last.id());
    leave(live.get(0));
  }

  private void settings(int keep) throws Exception {
    Files.writeString(
        directory.resolve("phase.yaml"),
        "changes: %s\ncontract: { keep: %d, restore_window: 0s }\n"
            .formatted(directory.resolve("changes"), keep));
  }

  private void expect(String move, TrainRelease release) {
    String what = move.contains(" ") ? move : move + " " + live.get(0);
    expectedLog.add("%s by %s done".formatted(what, release.id()));
  }

  /** The deployment log, oldest first. */
  private List<String> log() {
    List<String> log =
        new ArrayList<>(
            workshop.run(engine -> engine.inspection().history(1000)).stream()
                .map(
                    e ->
                        "%s %s by %s %s"
                            .formatted(
                                e.move(), e.version(), e.release().orElse("?"), e.outcome()))
                .toList());
    Collections.reverse(log);
    return log;
  }

  private void assertWindow() {
    assertEquals(
        live.stream().map(v -> v + " live").toList(),
        workshop.status().versions().stream().map(v -> v.name() + " " + v.state()).toList());
  }

  private static boolean isBaseline(TrainVersion version) {
    return version.release() == TrainReleases.BASELINE;
  }

  private List<String> functions() throws Exception {
    return database.strings(
        "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'phase'::regnamespace"
            + " ORDER BY 1");
  }

  /** Nothing but what plain DDL would have made, and the newest version's door. */
  private void assertNothingIsLeft(List<TrainRelease> releases, List<String> functions)
      throws Exception {
    assertEquals(functions, functions());
    assertEquals(
        List.of("phase", live.get(0).door()),
        database.strings(
            """
            SELECT nspname FROM pg_namespace WHERE nspname LIKE 'p%' AND nspname !~ '^pg_|^public$'
            ORDER BY 1"""));
    database.run(
        Stream.concat(
                Stream.of("CREATE SCHEMA plain", "SET search_path = plain"),
                releases.stream().flatMap(release -> release.plain().stream()))
            .toArray(String[]::new));
    assertEquals(CatalogPicture.of(database, "plain"), CatalogPicture.of(database, "public"));
  }

  private void report(long seconds) throws Exception {
    List<Object> row =
        Arrays.asList(
            database.queryOne("SHOW server_version"),
            RELEASES,
            SEED,
            killer.kills(),
            all.stream().mapToLong(Writer::statements).sum(),
            all.stream().mapToInt(writer -> writer.failures().size()).sum(),
            all.stream().mapToInt(writer -> writer.mismatches().size()).sum() + disagreements,
            seconds);
    System.out.println(
        "| PostgreSQL | releases | seed | kills | statements | failed | mismatches | seconds |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
    System.out.println(
        "| " + String.join(" | ", row.stream().map(String::valueOf).toList()) + " |");
  }

  @AfterEach
  void endWriters() throws InterruptedException {
    for (List<Writer> writers : running.values()) {
      for (Writer writer : writers) {
        writer.stop();
        writer.awaitEnd();
      }
    }
    threads.shutdown();
  }
}
