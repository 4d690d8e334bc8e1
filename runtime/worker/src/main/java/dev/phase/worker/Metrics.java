package dev.phase.worker;

import dev.phase.backfill.Meter;
import dev.phase.backfill.throttle.Signal;
import dev.phase.sql.QualifiedName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** What this worker does and what the ledger says, for Prometheus. Safe for use by many threads. */
final class Metrics implements Meter, AutoCloseable {

  /** Around what a batch should take. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
    Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(2_500), Duration.ofSeconds(5),
    Duration.ofSeconds(10), Duration.ofSeconds(30)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final LedgerGauges ledger;
  private final SignalGauges signals;

  Metrics(String schema, LedgerProbe probe, Clock clock) {
    registry.config().commonTags("schema", schema);
    this.ledger = new LedgerGauges(registry, probe, clock);
    this.signals = new SignalGauges(registry, clock);
  }

  @Override
  public void batch(QualifiedName table, Batch batch) {
    Tags tags = of(table).and("stage", SignalGauges.label(batch.stage()));
    Timer.builder("phase.backfill.batch")
        .description("How long batches took, from begin to commit.")
        .tags(tags)
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(batch.took());
    add("phase.backfill.rows", "Rows that batches have gone over.", tags, batch.rows());
    add("phase.backfill.rows.written", "Rows that batches have changed.", tags, batch.written());
    count("phase.backfill.wal", "What the server logged during batches.", tags, "bytes")
        .increment(batch.walBytes());
  }

  @Override
  public void held(QualifiedName table, Signal cause, Duration time) {
    count(
            "phase.backfill.throttled",
            "How long batches have waited for others.",
            of(table).and("cause", cause.key()),
            "seconds")
        .increment(time.toMillis() / 1e3);
  }

  @Override
  public void looked(QualifiedName table, Map<Signal, Double> shares) {
    signals.set(table, shares);
  }

  @Override
  public void lost(QualifiedName table) {
    add("phase.backfill.leases.lost", "Chunks that were taken from a worker.", of(table), 1);
  }

  /** All of it, in Prometheus's text format. */
  String text() {
    ledger.refresh();
    signals.refresh();
    return registry.scrape();
  }

  private void add(String name, String description, Tags tags, long number) {
    count(name, description, tags, null).increment(number);
  }

  private Counter count(String name, String description, Tags tags, String unit) {
    return Counter.builder(name).description(description).tags(tags).baseUnit(unit).register(registry);
  }

  private static Tags of(QualifiedName table) {
    return Tags.of("table", table.toString());
  }

  @Override
  public void close() {
    registry.close();
  }
}
