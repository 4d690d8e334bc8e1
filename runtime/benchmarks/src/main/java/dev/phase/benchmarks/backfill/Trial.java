package dev.phase.benchmarks.backfill;

import dev.phase.backfill.Backfill;
import dev.phase.backfill.BatchSettings;
import dev.phase.backfill.Outcome;
import dev.phase.backfill.Sleeper;
import dev.phase.backfill.Stage;
import dev.phase.backfill.StopSignal;
import dev.phase.backfill.SweepRequest;
import dev.phase.plan.Fill;
import dev.phase.plan.Sweep;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** A fresh table, one conversion of it, and what that took. */
final class Trial {

  private static final double MEGABYTE = 1 << 20;

  /** Of 16 MB, for each million rows: more than one trial writes. */
  private static final long LOG_FILES = 96;

  private final BackfillBenchmark.Target target;
  private final TableKey key;
  private final long rows;
  private long start;
  private double converted;
  private double verified;

  Trial(BackfillBenchmark.Target target, TableKey key, long rows) {
    this.target = target;
    this.key = key;
    this.rows = rows;
  }

  Result run(Method method) throws SQLException, InterruptedException {
    create();
    double heapBefore = number("SELECT pg_relation_size('item')") / MEGABYTE;
    double walBefore = number("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn");
    method.prepare(this);
    start = System.nanoTime();
    method.convert(this);
    double seconds = seconds();
    double wal = number("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn") - walBefore;
    check(method);
    return new Result(
        converted > 0 ? converted : seconds,
        verified,
        wal / MEGABYTE,
        heapBefore,
        number("SELECT pg_relation_size('item')") / MEGABYTE,
        number("SELECT pg_indexes_size('item')") / MEGABYTE,
        hotPercent());
  }

  /**
   * Makes the files of the server's log that trials will reuse. To make one while others write
   * keeps every commit waiting, for 50 ms here; a server that has been up for a while has them.
   */
  void warmUp() throws SQLException {
    run(
        "SELECT pg_create_restore_point('next'), pg_switch_wal() FROM generate_series(1, "
            + Math.max(1, rows * LOG_FILES / 1_000_000)
            + ")",
        "CHECKPOINT");
  }

  /** A table as it was before. */
  void create() throws SQLException {
    run(
        "DROP TABLE IF EXISTS item CASCADE",
        "DROP FUNCTION IF EXISTS up(), down(), dual_write()",
        "DROP SCHEMA IF EXISTS phase, next, pgroll, public_to_cents CASCADE",
        "CREATE TABLE item (id " + key.column() + ", name text, amount numeric(10,2),"
            + " created_at timestamptz, status int, note text, cents bigint)"
            + " WITH (autovacuum_enabled = off)",
        "INSERT INTO item SELECT " + key.value() + ", 'name ' || i, i % 1000 / 7.0,"
            + " now() - i * interval '1 s', i % 10, md5(i::text) || md5((i + 1)::text)"
            + " FROM generate_series(1, " + rows + ") AS i",
        "CREATE INDEX ON item (name)",
        "CREATE INDEX ON item (created_at)",
        "VACUUM ANALYZE item",
        "CHECKPOINT");
  }

  private void check(Enum<?> way) throws SQLException {
    if (number("SELECT count(*) FROM item WHERE cents IS DISTINCT FROM amount * 100") > 0) {
      throw new IllegalStateException(way + " has not converted every row.");
    }
  }

  /** The server's statistics come a little late. */
  private double hotPercent() throws SQLException, InterruptedException {
    Thread.sleep(1_500);
    return number(
        "SELECT 100.0 * n_tup_hot_upd / nullif(n_tup_upd, 0) FROM pg_stat_user_tables"
            + " WHERE relname = 'item'");
  }

  String keyType() {
    return key == TableKey.UUID ? "uuid" : "bigint";
  }

  Connection connect() throws SQLException {
    return target.connect();
  }

  void run(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private double number(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getDouble(1);
    }
  }

  void backfill(int workers) throws SQLException {
    backfill(BatchSettings.defaults().withWorkers(workers));
  }

  void backfill(BatchSettings settings) throws SQLException {
    for (Sql sql : Backfill.schema()) {
      run(sql.sql());
    }
    var table = new QualifiedName(Identifier.of("public"), Identifier.of("item"));
    var fill =
        new Fill(
            Identifier.of("cents"),
            new SqlType("bigint"),
            new Sql("(amount * 100)::bigint"),
            false);
    Outcome outcome =
        new Backfill(Jdbi.create(this::connect), Clock.systemUTC(), Sleeper.system())
            .run(
                new SweepRequest("benchmark", new Sweep(table, List.of(fill)), settings),
                progress -> {
                  if (progress.stage() == Stage.CONVERT) {
                    converted = seconds();
                  }
                },
                StopSignal.never());
    if (outcome != Outcome.DONE) {
      throw new IllegalStateException("The backfill ended with " + outcome + ".");
    }
    verified = seconds();
  }

  String url() {
    return target.url();
  }

  String user() {
    return target.user();
  }

  /**
   * Runs a load, checks it, and returns in how many seconds it has converted the rows.
   *
   * @param alone how long it takes where it converts none
   */
  double time(Load load, Duration alone) throws SQLException, InterruptedException {
    start = System.nanoTime();
    load.run(this, alone);
    double seconds = seconds();
    if (load.converts()) {
      check(load);
    }
    return converted > 0 ? converted : seconds;
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
