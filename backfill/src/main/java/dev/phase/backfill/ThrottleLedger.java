package dev.phase.backfill;

import dev.phase.backfill.throttle.Hold;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The rows of {@code phase.backfill_throttle}: how long a run has waited, by cause. */
final class ThrottleLedger {

  private ThrottleLedger() {}

  /** The run waits for so long, and says why. */
  static void note(Handle handle, String run, Hold hold, Duration time) {
    handle
        .createUpdate(sql("note"))
        .bind("run", run)
        .bind("reason", RunSnapshot.WAITS + hold.reason())
        .bind("cause", hold.cause().words())
        .bind("millis", time.toMillis())
        .execute();
  }

  /** The run does not wait any more. */
  static void clear(Handle handle, String run) {
    handle.createUpdate(sql("clear")).bind("run", run).execute();
  }

  /**
   * Whether the run is to go on; a run that waits hears it, too, when it is paused or forgotten.
   */
  static boolean isWanted(Handle handle, String run) {
    return handle
        .createQuery(sql("isWanted"))
        .bind("run", run)
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  /** Time by cause, longest first. */
  static Map<String, Duration> list(Handle handle, String run) {
    Map<String, Duration> times = new LinkedHashMap<>();
    handle
        .createQuery(sql("list"))
        .bind("run", run)
        .map(
            (row, context) ->
                Map.entry(row.getString("cause"), Duration.ofMillis(row.getLong("millis"))))
        .forEach(entry -> times.put(entry.getKey(), entry.getValue()));
    return times;
  }

  private static String sql(String name) {
    return Resources.sql(ThrottleLedger.class, name);
  }
}
