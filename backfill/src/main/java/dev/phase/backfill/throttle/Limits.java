package dev.phase.backfill.throttle;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Sql;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a backfill has to wait: as soon as a signal reaches its limit, and until it is below half of
 * it.
 *
 * @param most the limits of signals that are numbers; 1 for those that are there or not
 * @param window when it may work
 * @param waitWhile a query whose one value is true while it has to wait
 * @param optional signals that it may do without where they cannot be seen
 */
public record Limits(
    Map<Signal, Double> most,
    Optional<TimeWindow> window,
    Optional<Sql> waitWhile,
    Set<Signal> optional) {

  /** Nothing makes it wait. */
  public static final Limits NONE =
      new Limits(Map.of(), Optional.empty(), Optional.empty(), Set.of());

  public Limits {
    EnumMap<Signal, Double> all = new EnumMap<>(Signal.class);
    all.putAll(most);
    window.ifPresent(w -> all.put(Signal.WINDOW, 1.0));
    waitWhile.ifPresent(q -> all.put(Signal.QUERY, 1.0));
    all.forEach(
        (signal, limit) -> {
          if (limit <= 0) {
            throw new IllegalArgumentException(
                "A limit of %s for %s is always reached. Choose more than 0."
                    .formatted(limit, signal.words()));
          }
        });
    most = Map.copyOf(all);
    Set<Signal> chosen = EnumSet.noneOf(Signal.class);
    chosen.addAll(optional);
    optional = Set.copyOf(chosen);
    requireNonNull(window, "window is null");
    requireNonNull(waitWhile, "waitWhile is null");
  }

  public boolean isEmpty() {
    return most.isEmpty();
  }
}
