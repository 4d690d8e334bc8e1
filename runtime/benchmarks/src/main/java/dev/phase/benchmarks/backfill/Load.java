package dev.phase.benchmarks.backfill;

import dev.phase.backfill.BatchSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** What goes on beside the traffic. */
enum Load {
  NONE("none") {
    @Override
    void run(Trial trial, Duration alone) throws InterruptedException {
      Thread.sleep(alone.toMillis());
    }
  },
  LOG("20 MB/s of log in small pieces, and nothing else") {
    @Override
    void run(Trial trial, Duration alone) throws SQLException {
      trial.run(
          """
          DO $$
          DECLARE
            begun timestamptz := clock_timestamp();
            piece text := repeat('x', 20000);
            pieces bigint := 0;
          BEGIN
            WHILE clock_timestamp() < begun + interval '%d ms' LOOP
              WHILE pieces < 1000 * extract(epoch FROM clock_timestamp() - begun) LOOP
                PERFORM pg_logical_emit_message(false, 'benchmark', piece);
                pieces := pieces + 1;
              END LOOP;
              PERFORM pg_sleep(0.0005);
            END LOOP;
          END $$"""
              .formatted(alone.toMillis()));
    }
  },
  BUSY("one processor kept busy, and nothing else") {
    @Override
    void run(Trial trial, Duration alone) throws SQLException {
      trial.run(
          """
          DO $$
          DECLARE
            begun timestamptz := clock_timestamp();
          BEGIN
            WHILE clock_timestamp() < begun + interval '%d ms' LOOP
            END LOOP;
          END $$"""
              .formatted(alone.toMillis()));
    }
  },
  PHASE_NICE("Phase, gentle", true, Optional.empty()) {
    @Override
    void run(Trial trial, Duration alone) throws SQLException {
      BatchSettings defaults = BatchSettings.defaults();
      trial.backfill(
          new BatchSettings(NICE_ROWS, NICE_TIME, Duration.ZERO, defaults.workers())
              .withWalBytes(NICE_WAL_BYTES)
              .withNicePercent(NICE_PERCENT));
    }
  },
  PHASE("Phase, defaults", true, Optional.of(Method.PHASE)),
  LOOP(Method.LOOP),
  RESTING_LOOP(Method.RESTING_LOOP),
  RIVAL(Method.RIVAL);

  private static final int NICE_ROWS = 2_000;
  private static final Duration NICE_TIME = Duration.ofMillis(25);
  private static final long NICE_WAL_BYTES = 300 << 10;
  private static final int NICE_PERCENT = 30;

  private final String words;
  private final boolean converts;
  private final Optional<Method> method;

  Load(String words) {
    this(words, false, Optional.empty());
  }

  Load(Method method) {
    this(method.words(), true, Optional.of(method));
  }

  Load(String words, boolean converts, Optional<Method> method) {
    this.words = words;
    this.converts = converts;
    this.method = method;
  }

  String words() {
    return words;
  }

  boolean converts() {
    return converts;
  }

  /** Whether it brings the trigger that keeps new rows right. */
  boolean hasTrigger() {
    return this == RIVAL;
  }

  /**
   * Ends when every row is converted.
   *
   * @param alone how long it takes where it converts none
   */
  void run(Trial trial, Duration alone) throws SQLException, InterruptedException {
    if (method.isPresent()) {
      method.get().convert(trial);
    }
  }
}
