package dev.phase.worker;

import dev.phase.backfill.RunSnapshot;
import dev.phase.backfill.RunState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the ledger says, whoever did it; every worker of a base schema tells the same. */
final class LedgerGauges {

  /** So long a run that is done is told of, so that its end is seen. */
  private static final Duration AFTERGLOW = Duration.ofHours(1);

  private final MeterRegistry registry;
  private final LedgerProbe probe;
  private final Clock clock;
  private final MultiGauge readable;
  private final MultiGauge workers;
  private final MultiGauge runs;
  private final Map<MultiGauge, ToDoubleFunction<RunSnapshot>> ofRuns = new LinkedHashMap<>();

  LedgerGauges(MeterRegistry registry, LedgerProbe probe, Clock clock) {
    this.registry = registry;
    this.probe = probe;
    this.clock = clock;
    this.readable = gauge("phase.ledger.readable", "1 where the ledger could be read, else 0.");
    this.workers = gauge("phase.workers", "Workers of the base schema that are alive.");
    this.runs = gauge("phase.backfill.runs", "Backfills in each state that are not over.");
    ofRuns.put(
        gauge("phase.backfill.rows.left", "Rows that the present stage has not gone over yet."),
        run -> run.rowsTotal() - run.rowsDone());
    ofRuns.put(
        gauge("phase.backfill.rows.done", "Rows that the present stage has gone over."),
        RunSnapshot::rowsDone);
    ofRuns.put(
        gauge("phase.backfill.chunks.left", "Parts of the table that were cut and are not done."),
        RunSnapshot::chunksLeft);
    ofRuns.put(
        gauge("phase.backfill.quarantined.rows", "Rows that cannot be converted."),
        RunSnapshot::quarantined);
    ofRuns.put(
        gauge("phase.backfill.waiting", "1 where a backfill waits for others, else 0."),
        run -> run.waits() ? 1 : 0);
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  /** Nothing is told of a ledger that cannot be read, except that. */
  void refresh() {
    Optional<LedgerProbe.Reading> reading = probe.read();
    readable.register(List.of(row(Tags.empty(), reading.isPresent() ? 1 : 0)), true);
    workers.register(
        reading.stream().<MultiGauge.Row<?>>map(r -> row(Tags.empty(), r.workers())).toList(), true);
    List<RunSnapshot> all = reading.map(LedgerProbe.Reading::runs).orElse(List.of());
    runs.register(reading.isPresent() ? states(all) : List.of(), true);
    Instant oldest = clock.instant().minus(AFTERGLOW);
    List<RunSnapshot> recent =
        all.stream()
            .filter(run -> run.state() != RunState.DONE || run.updatedAt().isAfter(oldest))
            .toList();
    ofRuns.forEach(
        (gauge, value) ->
            gauge.register(
                recent.stream()
                    .<MultiGauge.Row<?>>map(run -> row(of(run), value.applyAsDouble(run)))
                    .toList(),
                true));
  }

  /** Also those in which there is none, so that an alert sees a number. */
  private static List<MultiGauge.Row<?>> states(List<RunSnapshot> all) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    Stream.of(RunState.values())
        .filter(state -> state != RunState.DONE)
        .forEach(
            state ->
                rows.add(
                    row(
                        Tags.of("state", SignalGauges.label(state)),
                        all.stream().filter(run -> run.state() == state).count())));
    return rows;
  }

  private static Tags of(RunSnapshot run) {
    return Tags.of("backfill", run.id(), "table", run.table());
  }

  private static MultiGauge.Row<?> row(Tags tags, double value) {
    return MultiGauge.Row.of(tags, value);
  }
}
