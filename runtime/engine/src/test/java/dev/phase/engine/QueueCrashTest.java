package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three releases behind one another, whose commands die before, between and after any two steps. A build
 * tries every seventh of these points, {@code -Dphase.crash.points=all} tries all.
 */
@PostgresTest
@Tag("lifecycle")
final class QueueCrashTest {

  private static final Map<String, String> RELEASES =
      new TreeMap<>(
          Map.of(
              "0001_cents",
              """
              operations:
                - alter_column: { table: orders, column: amount, type: bigint, up: "round(amount * 100)", down: "amount / 100.0" }
                - add_constraint: { table: orders, name: positive, check: "id > 0" }
              """,
              "0002_price",
              """
              operations:
                - rename_table: { from: orders, to: sales }
                - alter_column: { table: sales, column: amount, type: text, up: "amount || ' ct'", down: "split_part(amount, ' ', 1)::bigint" }
                - create_index: { table: sales, name: sales_amount, columns: [ amount ] }
              """,
              "0003_code",
              """
              operations:
                - add_column: { table: sales, column: { name: code, type: text, nullable: false, unique: true }, up: "'c' || id || amount" }
              """));

  private static final int STRIDE =
      System.getProperty("phase.crash.points", "").equals("all") ? 1 : 7;
  private static final Map<String, String> KEEP = Map.of("contract-keep", "9");

  private final Database database;
  private final Path directory;

  QueueCrashTest(Database database, @TempDir Path directory) {
    this.database = database;
    this.directory = directory;
  }

  @Test
  void whatDiedIsFinishedByTheNextCommand() throws Exception {
    deploy(shop("undisturbed"), new Crash(Integer.MAX_VALUE));
    List<String> expected = CatalogPicture.of(database, "undisturbed");
    int point = 0;
    for (boolean died = true; died; point += STRIDE) {
      String schema = "a" + point;
      Workshop workshop = shop(schema);
      died = dies(workshop, new Crash(point));

      deploy(workshop, new Crash(Integer.MAX_VALUE));

      assertEquals(expected, CatalogPicture.of(database, schema), schema);
      assertEquals(
          List.of("live", "live", "live", "live"),
          workshop.status().versions().stream().map(Status.VersionStatus::state).toList());
      assertEquals(
          "300",
          database.queryOne(
              """
              SELECT count(*) FROM %1$s.orders o
                JOIN "%1$s_0001_cents".orders c USING (id)
                JOIN "%1$s_0003_code".sales n USING (id)
              WHERE c.amount = o.amount * 100 AND n.amount = c.amount || ' ct'
                AND n.code = 'c' || id || n.amount"""
                  .formatted(schema)));
    }
    assertTrue(point > 50, "only " + point + " points");
  }

  @Test
  void whatDiedCanBeRolledBack() throws Exception {
    shop("before");
    List<String> expected = CatalogPicture.of(database, "before");
    boolean died = true;
    for (int point = 3; died; point += STRIDE) {
      String schema = "r" + point;
      Workshop workshop = shop(schema);
      died = dies(workshop, new Crash(point));

      while (workshop.status().versions().size() > 1) {
        workshop.rollback();
      }

      assertEquals(expected, CatalogPicture.of(database, schema), schema);
      assertEquals("300", database.queryOne("SELECT count(*) FROM %s.orders".formatted(schema)));
    }
  }

  private static boolean dies(Workshop workshop, Crash crash) {
    try {
      deploy(workshop, crash);
      return false;
    } catch (Crash.Died e) {
      return true;
    }
  }

  /** One release after the other, each pushed before the one below it is live. */
  private static void deploy(Workshop workshop, Crash crash) {
    RELEASES.forEach(
        (id, yaml) -> {
          workshop.change(id, yaml);
          workshop.run(KEEP, crash, e -> e.begin(workshop.files(), Workshop.RELEASE));
        });
    workshop.run(KEEP, crash, e -> e.finish(Workshop.RELEASE));
  }

  private Workshop shop(String schema) throws Exception {
    database.run(
        "CREATE SCHEMA " + schema,
        "CREATE TABLE %s.orders (id bigint PRIMARY KEY, amount numeric(10,2) NOT NULL)"
            .formatted(schema),
        "INSERT INTO %s.orders SELECT n, n * 1.25 FROM generate_series(1, 300) n"
            .formatted(schema));
    return new Workshop(database, Files.createDirectories(directory.resolve(schema)), schema);
  }
}
