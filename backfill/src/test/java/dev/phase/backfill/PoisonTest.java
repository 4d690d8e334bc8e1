package dev.phase.backfill;

import static dev.phase.backfill.Bench.ID;
import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three rows that cannot be converted, among many: {@code -Dphase.test.rows} (20000). */
@PostgresTest
class PoisonTest {

  private static final int ROWS = Integer.getInteger("phase.test.rows", 20_000);
  private static final int BATCH = 500;
  private static final SweepRequest REQUEST =
      request(
          new BatchSettings(BATCH, Duration.ofMillis(250), Duration.ZERO, 1),
          "t",
          fill("b", "int", "convert(a)"));

  private final Database database;
  private Bench bench;

  PoisonTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createLedger() throws SQLException {
    bench = Bench.of(database);
    database.run(
        "CREATE SEQUENCE refusals",
        """
        CREATE FUNCTION convert(a text) RETURNS int LANGUAGE plpgsql AS '
        BEGIN
          IF a LIKE ''x%'' THEN PERFORM nextval(''refusals''); END IF;
          RETURN a::int;
        END'""");
  }

  @ParameterizedTest
  @CsvSource({"id int PRIMARY KEY, id (", "id int, ctid ("})
  void areSetApartWhileAllOthersAreConverted(String id, String name) throws SQLException {
    database.run(
        "CREATE TABLE t (" + id + ", a text, b int)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, " + ROWS + ") AS i",
        "UPDATE t SET a = 'x' || a WHERE id IN (55, " + ROWS / 2 + ", " + ROWS + ")");
    assertEquals(Outcome.QUARANTINED, run());
    assertEquals("3", bench.query("SELECT count(*) FROM t WHERE b IS NULL"));
    assertEquals(ROWS - 3, bench.backfill().show(ID).orElseThrow().rowsChanged());
    List<QuarantinedRow> rows = bench.backfill().quarantine(ID, 10);
    assertEquals(3, rows.size());
    for (QuarantinedRow row : rows) {
      assertTrue(row.rowName().startsWith(name), row.rowName());
      assertEquals("22P02", row.sqlState());
    }
    long batches = bench.backfill().show(ID).orElseThrow().batches();
    // Small ones around the three rows only.
    assertTrue(batches <= 2 * ROWS / BATCH + 200, batches + " batches");

    assertEquals(Outcome.QUARANTINED, run(), "nothing is mended");
    database.run("UPDATE t SET a = id WHERE a LIKE 'x%'");
    assertTrue(bench.controls().retry(ID));
    assertEquals(Outcome.DONE, run());
    assertEquals("0", bench.query("SELECT count(*) FROM t WHERE b IS DISTINCT FROM a::int"));
    assertEquals(List.of(), bench.backfill().quarantine(ID, 10));
    assertEquals(
        "retry by ada",
        bench.query("SELECT action || ' by ' || actor FROM phase.backfill_audit"));
  }

  /** For it, a refusal takes ten seconds, and nothing else takes any time. */
  private Outcome run() throws SQLException {
    try (Connection connection = database.connect();
        var refusals = connection.prepareStatement("SELECT last_value FROM refusals")) {
      return new Backfill(
              Jdbi.create(database::connect), new CountingClock(refusals), Sleeper.system())
          .run(REQUEST, ProgressListener.none(), StopSignal.never());
    }
  }

  private static final class CountingClock extends Clock {

    private final PreparedStatement refusals;

    CountingClock(PreparedStatement refusals) {
      this.refusals = refusals;
    }

    @Override
    public Instant instant() {
      try (var row = refusals.executeQuery()) {
        row.next();
        return Instant.ofEpochSecond(10 * row.getLong(1));
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
