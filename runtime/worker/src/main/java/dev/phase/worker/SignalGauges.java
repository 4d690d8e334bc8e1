package dev.phase.worker;

import dev.phase.backfill.throttle.Signal;
import dev.phase.sql.QualifiedName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How near each signal is to its limit, for as long as somebody looks at it. */
final class SignalGauges {

  /** Workers look once a second while they work. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private record Look(Instant at, Map<Signal, Double> shares) {}

  private final Map<QualifiedName, Look> looks = new ConcurrentHashMap<>();
  private final MultiGauge gauge;
  private final Clock clock;

  SignalGauges(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    gauge =
        MultiGauge.builder("phase.backfill.signal")
            .description("What share of its limit a signal has; 1 is the limit.")
            .baseUnit("ratio")
            .register(registry);
  }

  void set(QualifiedName table, Map<Signal, Double> shares) {
    looks.put(table, new Look(clock.instant(), shares));
  }

  void refresh() {
    Instant oldest = clock.instant().minus(FRESH);
    looks.values().removeIf(look -> look.at().isBefore(oldest));
    List<MultiGauge.Row<?>> rows =
        looks.entrySet().stream()
            .<MultiGauge.Row<?>>flatMap(
                table ->
                    table.getValue().shares().entrySet().stream()
                        .map(share -> row(table.getKey(), share.getKey(), share.getValue())))
            .toList();
    gauge.register(rows, true);
  }

  private static MultiGauge.Row<?> row(QualifiedName table, Signal signal, double share) {
    return MultiGauge.Row.of(Tags.of("table", table.toString(), "signal", signal.key()), share);
  }

  /** As labels have it. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
