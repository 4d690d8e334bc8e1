package dev.phase.backfill.throttle;

import dev.phase.sql.QualifiedName;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Tells the workers of one process whether to wait. Looks at most once a second. What cannot be
 * seen counts as reached, and ends the backfill, unless it is optional. Safe for use by many
 * threads.
 */
public final class Throttle {

  /** How long a look at the signals holds. */
  public static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Nobody waits for a look: what takes that long cannot be seen. */
  private static final String PATIENCE = "SET LOCAL statement_timeout = '5s'";

  private static final DateTimeFormatter OPENING =
      DateTimeFormatter.ofPattern("EEE HH:mm VV", Locale.ENGLISH);

  private final Limits limits;
  private final QualifiedName table;
  private final Clock clock;
  private final Gauges gauges;
  private final Set<Signal> reached = EnumSet.noneOf(Signal.class);
  private final Map<Signal, Double> shares = new EnumMap<>(Signal.class);
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

  /** What share of its limit each signal had then. */
  public synchronized Map<Signal, Double> shares() {
    return Map.copyOf(shares);
  }

  /**
   * Looks at the signals, in a transaction of its own.
   *
   * @throws Unobservable where one that is needed cannot be seen
   */
  public synchronized Optional<Hold> look(Handle handle) throws SQLException {
    last = Optional.of(clock.instant());
    handle.execute(PATIENCE);
    Map<Signal, Double> values = new EnumMap<>(Signal.class);
    for (Signal signal : new EnumMap<>(limits.most()).keySet()) {
      read(handle, signal).ifPresent(value -> values.put(signal, value));
    }
    hold = Optional.empty();
    shares.clear();
    values.forEach(
        (signal, value) -> {
          double limit = limits.most().get(signal);
          shares.put(signal, value / limit);
          if (value >= limit || reached.contains(signal) && value >= limit / 2) {
            reached.add(signal);
            hold = hold.or(() -> Optional.of(new Hold(signal, reason(signal, value, limit))));
          } else {
            reached.remove(signal);
          }
        });
    return hold;
  }

  private String reason(Signal signal, double value, double limit) {
    return signal == Signal.WINDOW
        ? "%s, until %s"
            .formatted(
                signal.words(),
                OPENING.format(limits.window().orElseThrow().opens(clock.instant())))
        : signal.reason(value, limit);
  }

  private Optional<Double> read(Handle handle, Signal signal) throws SQLException {
    Optional<String> blind = gauges.hiddenFrom(handle, signal);
    if (blind.isPresent()) {
      return missing(
          signal,
          "The backfill of %s cannot see the %s, for which it has a limit."
              .formatted(table, signal.words()),
          "Run `GRANT pg_read_all_stats TO %s`".formatted(blind.get()),
          null);
    }
    try {
      return Optional.of(gauges.read(handle, signal));
    } catch (SQLException e) {
      if (signal != Signal.QUERY || handle.isClosed() || handle.getConnection().isClosed()) {
        throw e;
      }
      return missing(
          signal,
          "The query of `backfill.pause_while` fails for the backfill of %s (SQLSTATE %s: %s)."
              .formatted(table, e.getSQLState(), firstLine(e)),
          "Correct it, or grant what it needs",
          e);
    }
  }

  private Optional<Double> missing(
      Signal signal, String problem, String remedy, SQLException cause) {
    if (limits.optional().contains(signal)) {
      return Optional.empty();
    }
    throw new Unobservable(
        problem,
        "%s, or put `%s` on the list `backfill.optional`.".formatted(remedy, signal.key()),
        cause);
  }

  private static String firstLine(SQLException error) {
    return error.getMessage().lines().findFirst().orElse("").replaceFirst("^[A-Z]+: ", "");
  }
}
