package dev.phase.backfill;

import static java.util.Objects.requireNonNull;

import dev.phase.backfill.throttle.Limits;
import java.time.Duration;

/**
 * How much a run does at a time.
 *
 * @param rows the most rows of a batch, about: a table is converted in whole pages
 * @param time how long a batch should take, which the number of its rows follows; zero where all
 *     are to have the most
 * @param walBytes how much of the server's log a batch may fill, about
 * @param pause how long to rest after each batch
 * @param nicePercent how much of the batches' own time to rest besides, longer after one that logs
 *     more
 * @param workers how many batches this process works at once
 * @param stripes in how many passes a chunk is converted, each of which takes every so many-th row;
 *     a power of two
 * @param lease how long a worker that says nothing keeps its chunk
 * @param snapshotPages up to how many pages a table is verified as it was at one moment. That is
 *     fastest, but the server keeps old rows meanwhile; a bigger one is verified by key, where
 *     possible
 * @param limits when to wait for others
 */
public record BatchSettings(
    int rows,
    Duration time,
    long walBytes,
    Duration pause,
    int nicePercent,
    int workers,
    int stripes,
    Duration lease,
    long snapshotPages,
    Limits limits) {

  public static final int MAX_ROWS = 1_000_000;
  public static final Duration MAX_TIME = Duration.ofMinutes(1);
  public static final Duration MAX_PAUSE = Duration.ofHours(1);
  public static final int MAX_NICE_PERCENT = 10_000;
  public static final int MAX_WORKERS = 64;
  static final int MAX_STRIPES = 64;

  private static final int STRIPES = 8;
  /** 8 GB: some seconds. */
  private static final long SNAPSHOT_PAGES = 1L << 20;

  private static final long WAL_BYTES = 64L << 20;
  private static final Duration TIME = Duration.ofMillis(250);
  private static final Duration LEASE = Duration.ofSeconds(30);

  public BatchSettings {
    requireNonNull(time, "time is null");
    requireNonNull(pause, "pause is null");
    requireNonNull(lease, "lease is null");
    requireNonNull(limits, "limits is null");
    if (rows < 1 || rows > MAX_ROWS) {
      throw new IllegalArgumentException(
          "A batch of %d rows is not possible. Choose 1 to %d rows.".formatted(rows, MAX_ROWS));
    }
    if (pause.isNegative() || pause.compareTo(MAX_PAUSE) > 0) {
      throw new IllegalArgumentException(
          "A pause of %s between batches is not possible. Choose up to %s."
              .formatted(pause, MAX_PAUSE));
    }
    if (time.isNegative() || time.compareTo(MAX_TIME) > 0) {
      throw new IllegalArgumentException(
          "A batch of %s is not possible. Choose up to %s.".formatted(time, MAX_TIME));
    }
    if (walBytes < 1) {
      throw new IllegalArgumentException("A batch must log something. Choose some megabytes.");
    }
    if (nicePercent < 0 || nicePercent > MAX_NICE_PERCENT) {
      throw new IllegalArgumentException(
          "A rest of %d %% of each batch is not possible. Choose 0 to %d."
              .formatted(nicePercent, MAX_NICE_PERCENT));
    }
    if (workers < 1 || workers > MAX_WORKERS) {
      throw new IllegalArgumentException(
          "A backfill with %d workers is not possible. Choose 1 to %d workers."
              .formatted(workers, MAX_WORKERS));
    }
    if (stripes < 1 || stripes > MAX_STRIPES || Integer.bitCount(stripes) != 1) {
      throw new IllegalArgumentException(
          "A chunk of %d stripes is not possible. Choose a power of two up to %d."
              .formatted(stripes, MAX_STRIPES));
    }
    if (lease.toMillis() < 1) {
      throw new IllegalArgumentException("A lease of no time is not possible. Choose seconds.");
    }
  }

  /** Eight stripes: each reuses the space that the one before it has freed in the same pages. */
  public BatchSettings(int rows, Duration time, Duration pause, int workers) {
    this(rows, time, WAL_BYTES, pause, 0, workers, STRIPES, LEASE, SNAPSHOT_PAGES,
        Limits.NONE);
  }

  /** 5,000 rows at most, 250 ms, no pause, one worker. */
  public static BatchSettings defaults() {
    return new BatchSettings(5_000, TIME, Duration.ZERO, 1);
  }

  public BatchSettings withWorkers(int workers) {
    return new BatchSettings(
        rows, time, walBytes, pause, nicePercent, workers, stripes, lease, snapshotPages, limits);
  }

  public BatchSettings withStripes(int stripes) {
    return new BatchSettings(
        rows, time, walBytes, pause, nicePercent, workers, stripes, lease, snapshotPages, limits);
  }

  public BatchSettings withWalBytes(long walBytes) {
    return new BatchSettings(
        rows, time, walBytes, pause, nicePercent, workers, stripes, lease, snapshotPages, limits);
  }

  public BatchSettings withNicePercent(int nicePercent) {
    return new BatchSettings(
        rows, time, walBytes, pause, nicePercent, workers, stripes, lease, snapshotPages, limits);
  }

  BatchSettings withSnapshotPages(long snapshotPages) {
    return new BatchSettings(
        rows, time, walBytes, pause, nicePercent, workers, stripes, lease, snapshotPages, limits);
  }

  public BatchSettings withLimits(Limits limits) {
    return new BatchSettings(
        rows, time, walBytes, pause, nicePercent, workers, stripes, lease, snapshotPages, limits);
  }

  public BatchSettings withLease(Duration lease) {
    return new BatchSettings(
        rows, time, walBytes, pause, nicePercent, workers, stripes, lease, snapshotPages, limits);
  }
}
