package dev.phase.backfill;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Settings that were changed for one run; its workers follow with their next batch. */
public record Overrides(
    Optional<Integer> rows, Optional<Duration> time, Optional<Duration> pause) {

  /** As it was configured. */
  public static final Overrides NONE =
      new Overrides(Optional.empty(), Optional.empty(), Optional.empty());

  public Overrides {
    requireNonNull(rows, "rows is null");
    requireNonNull(time, "time is null");
    requireNonNull(pause, "pause is null");
  }

  static Overrides read(ResultSet row) throws SQLException {
    return new Overrides(
        Optional.ofNullable(row.getObject("batch_rows", Integer.class)),
        millis(row, "batch_millis"),
        millis(row, "pause_millis"));
  }

  private static Optional<Duration> millis(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class)).map(Duration::ofMillis);
  }

  /** These, and those of the earlier ones that they say nothing about. */
  Overrides over(Overrides earlier) {
    return new Overrides(
        rows.or(earlier::rows), time.or(earlier::time), pause.or(earlier::pause));
  }

  BatchSettings applyTo(BatchSettings settings) {
    return new BatchSettings(
        rows.orElse(settings.rows()),
        time.orElse(settings.time()),
        settings.walBytes(),
        pause.orElse(settings.pause()),
        settings.nicePercent(),
        settings.workers(),
        settings.stripes(),
        settings.lease(),
        settings.snapshotPages(),
        settings.limits());
  }
}
