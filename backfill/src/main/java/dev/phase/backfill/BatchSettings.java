package dev.phase.backfill;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much a run does at a time.
 *
 * @param rows rows of one batch, about: a table without a key is worked in whole pages
 * @param pause how long to rest after each batch
 */
public record BatchSettings(int rows, Duration pause) {

  public static final int MAX_ROWS = 1_000_000;
  public static final Duration MAX_PAUSE = Duration.ofHours(1);

  public BatchSettings {
    requireNonNull(pause, "pause is null");
    if (rows < 1 || rows > MAX_ROWS) {
      throw new IllegalArgumentException(
          "A batch of %d rows is not possible. Choose 1 to %d rows.".formatted(rows, MAX_ROWS));
    }
    if (pause.isNegative() || pause.compareTo(MAX_PAUSE) > 0) {
      throw new IllegalArgumentException(
          "A pause of %s between batches is not possible. Choose up to %s."
              .formatted(pause, MAX_PAUSE));
    }
  }

  /** 5,000 rows, no pause: more at a time is no faster, and holds its row locks longer. */
  public static BatchSettings defaults() {
    return new BatchSettings(5_000, Duration.ZERO);
  }
}
