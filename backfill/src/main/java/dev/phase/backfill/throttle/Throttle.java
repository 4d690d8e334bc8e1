package dev.phase.backfill.throttle;

import dev.phase.sql.QualifiedName;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Tells the workers of one process whether to wait. Looks at most once a second. What cannot be
 * seen counts as reached, and ends the backfill, unless it is optional. Safe for use by many
 * threads.
 */
public final class Throttle {

  /** How long a look at the signals holds. */
  public static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Limits limits;
  private final QualifiedName table;
  private final Clock clock;
  private final Gauges gauges;
  private final Set<Signal> reached = EnumSet.noneOf(Signal.class);
  private Optional<Instant> last = Optional.empty();
  private Optional<Hold> hold = Optional.empty();

  public Throttle(Limits limits, QualifiedName table, Clock clock) {
    this.limits = limits;
    this.table = table;
    this.clock = clock;
    this.gauges = new Gauges(limits, table, clock);
  }

  /** Whether a look at the signals is due. */
  public synchronized boolean isDue() {
    Instant now = clock.instant();
    return !limits.isEmpty()
        && last.filter(at -> Duration.between(at, now).compareTo(INTERVAL) < 0).isEmpty();
  }

  /** What the last look at the signals has found. */
  public synchronized Optional<Hold> hold() {
    return hold;
  }

  /**
   * Looks at the signals, in a transaction of its own.
   *
   * @throws Unobservable where one that is needed cannot be seen
   */
  public synchronized Optional<Hold> look(Handle handle) throws SQLException {
    last = Optional.of(clock.instant());
    Map<Signal, Double> values = new EnumMap<>(Signal.class);
    for (Signal signal : new EnumMap<>(limits.most()).keySet()) {
      read(handle, signal).ifPresent(value -> values.put(signal, value));
    }
    hold = Optional.empty();
    values.forEach(
        (signal, value) -> {
          double limit = limits.most().get(signal);
          if (value >= limit || reached.contains(signal) && value >= limit / 2) {
            reached.add(signal);
            hold = hold.or(() -> Optional.of(new Hold(signal, signal.reason(value, limit))));
          } else {
            reached.remove(signal);
          }
        });
    return hold;
  }

  private Optional<Double> read(Handle handle, Signal signal) throws SQLException {
    if (gauges.hides(handle, signal)) {
      return missing(
          signal,
          "Run `GRANT pg_read_all_stats TO …` for its role, or put `%s` on the list"
              + " `backfill.optional`.",
          null);
    }
    if (signal != Signal.QUERY) {
      return Optional.of(gauges.read(handle, signal));
    }
    try {
      return Optional.of(gauges.read(handle, signal));
    } catch (SQLException | JdbiException e) {
      return missing(
          signal,
          "Correct `backfill.pause_while`, or put `%s` on the list `backfill.optional`.",
          e);
    }
  }

  private Optional<Double> missing(Signal signal, String remedy, Exception cause) {
    if (limits.optional().contains(signal)) {
      return Optional.empty();
    }
    throw new Unobservable(
        "The backfill of %s cannot see the %s, for which it has a limit."
            .formatted(table, signal.words()),
        remedy.formatted(signal.name().toLowerCase(Locale.ROOT).replace('_', '-')),
        cause);
  }
}
