package dev.phase.benchmarks.backfill;

import dev.phase.backfill.BatchSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** What goes on beside the traffic. */
enum Load {
  NONE("none", Optional.empty()),
  PHASE_NICE("Phase, `batch_time: 50ms`, `nice: 50`", Optional.empty()) {
    @Override
    void run(Trial trial) throws SQLException {
      BatchSettings defaults = BatchSettings.defaults();
      trial.backfill(
          new BatchSettings(NICE_ROWS, NICE_TIME, Duration.ZERO, defaults.workers())
              .withNicePercent(NICE_PERCENT));
    }
  },
  PHASE("Phase, defaults", Optional.of(Method.PHASE)),
  LOOP(Method.LOOP),
  RESTING_LOOP(Method.RESTING_LOOP),
  RIVAL(Method.RIVAL);

  private static final int NICE_ROWS = 2_000;
  private static final Duration NICE_TIME = Duration.ofMillis(50);
  private static final int NICE_PERCENT = 50;

  private final String words;
  private final Optional<Method> method;

  Load(Method method) {
    this(method.words(), Optional.of(method));
  }

  Load(String words, Optional<Method> method) {
    this.words = words;
    this.method = method;
  }

  String words() {
    return words;
  }

  /** Whether it brings the trigger that keeps new rows right. */
  boolean hasTrigger() {
    return this == RIVAL;
  }

  /** Ends when every row is converted. */
  void run(Trial trial) throws SQLException {
    if (method.isPresent()) {
      method.get().convert(trial);
    }
  }
}
