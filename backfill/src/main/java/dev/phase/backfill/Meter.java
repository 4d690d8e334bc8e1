package dev.phase.backfill;

import dev.phase.backfill.throttle.Signal;
import dev.phase.sql.QualifiedName;
import java.time.Duration;
import java.util.Map;

/** Is told what workers do, for whoever measures it; by any of their threads, after the fact. */
public interface Meter {

  /** Nobody measures. */
  Meter NONE = new Meter() {};

  /**
   * A batch.
   *
   * @param rows rows that it has gone over
   * @param written those of them that were not what they should be
   * @param walBytes what the server logged meanwhile, for others, too
   */
  record Batch(Stage stage, long rows, long written, long walBytes, Duration took) {}

  /** A batch has committed. */
  default void batch(QualifiedName table, Batch batch) {}

  /** Workers have waited for others. */
  default void held(QualifiedName table, Signal cause, Duration time) {}

  /** The signals were looked at: each has this share of its limit, 1 being the limit. */
  default void looked(QualifiedName table, Map<Signal, Double> shares) {}

  /** A worker has found that its chunk is somebody else's, or its pass over. */
  default void lost(QualifiedName table) {}
}
