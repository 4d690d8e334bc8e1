package dev.phase.engine;

import dev.phase.backfill.BatchSettings;
import dev.phase.backfill.throttle.Limits;
import dev.phase.backfill.throttle.Signal;
import dev.phase.backfill.throttle.TimeWindow;
import dev.phase.change.BackfillOverrides;
import dev.phase.change.ByteSize;
import dev.phase.config.BackfillSettings;
import dev.phase.sql.Sql;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings of a project in the words of the backfill. */
final class BackfillPolicy {

  private final BackfillSettings settings;

  BackfillPolicy(BackfillSettings settings) {
    this.settings = settings;
  }

  BatchSettings batches() {
    return new BatchSettings(
            settings.batchRows(), settings.batchTime(), settings.pause(), settings.workers())
        .withWalBytes(Math.max(1, settings.batchWal()))
        .withNicePercent(settings.nice())
        .withLimits(limits());
  }

  private Limits limits() {
    BackfillOverrides said = settings.said();
    Map<Signal, Double> most = new EnumMap<>(Signal.class);
    said.maxReplicaLag()
        .map(Duration::toMillis)
        .ifPresent(millis -> most.put(Signal.REPLICA_LAG, millis / 1e3));
    bytes(most, Signal.REPLICA_BYTES, said.maxReplicaBytes());
    bytes(most, Signal.SLOT_BYTES, said.maxSlotBytes());
    bytes(most, Signal.WAL_RATE, said.maxWalRate());
    number(most, Signal.ARCHIVE_FILES, said.maxArchiveFiles());
    number(most, Signal.XMIN_AGE, said.maxXminAge());
    number(most, Signal.ACTIVE_SESSIONS, said.maxActiveSessions());
    if (settings.yieldToLocks()) {
      most.put(Signal.LOCK_WAITERS, 1.0);
    }
    if (settings.yieldToVacuum()) {
      most.put(Signal.VACUUM, 1.0);
    }
    return new Limits(
        most,
        said.window().map(w -> new TimeWindow(w.start(), w.end(), w.zone())),
        said.pauseWhile().map(Sql::new),
        said.optional().orElse(List.of()).stream()
            .map(signal -> Signal.valueOf(signal.name()))
            .collect(Collectors.toSet()));
  }

  private static void bytes(Map<Signal, Double> most, Signal signal, Optional<ByteSize> size) {
    size.ifPresent(s -> most.put(signal, (double) s.bytes()));
  }

  private static void number(Map<Signal, Double> most, Signal signal, Optional<Integer> number) {
    number.ifPresent(n -> most.put(signal, (double) n));
  }
}
