package dev.phase.engine;

import dev.phase.backfill.BatchSettings;
import dev.phase.backfill.throttle.Limits;
import dev.phase.backfill.throttle.Signal;
import dev.phase.backfill.throttle.TimeWindow;
import dev.phase.change.BackfillOverrides;
import dev.phase.change.ByteSize;
import dev.phase.change.Change;
import dev.phase.change.WeeklyWindow;
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

  private BackfillPolicy(BackfillSettings settings) {
    this.settings = settings;
  }

  /** As the project says. */
  static BackfillPolicy of(Project project) {
    return new BackfillPolicy(project.settings().backfill());
  }

  /**
   * As the project says, unless the version's changes do.
   *
   * @param files where a change is not among them, what it said when it was applied counts
   */
  static BackfillPolicy of(Project project, String version, List<Change> files) {
    BackfillOverrides said = project.settings().backfill().said();
    Map<String, BackfillOverrides> stored = project.state().backfillOverrides(version);
    for (Map.Entry<String, BackfillOverrides> change : stored.entrySet()) {
      said = inFile(files, change.getKey()).orElse(change.getValue()).over(said);
    }
    return new BackfillPolicy(new BackfillSettings(said));
  }

  private static Optional<BackfillOverrides> inFile(List<Change> files, String id) {
    return files.stream()
        .filter(change -> change.id().equals(id))
        .findFirst()
        .map(change -> change.backfill().orElse(BackfillOverrides.NONE));
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
    number(most, Signal.WRAPAROUND, said.maxWraparound());
    number(most, Signal.ACTIVE_SESSIONS, said.maxActiveSessions());
    if (settings.yieldToLocks()) {
      most.put(Signal.LOCK_WAITERS, 1.0);
    }
    if (settings.yieldToVacuum()) {
      most.put(Signal.VACUUM, 1.0);
    }
    return new Limits(
        most,
        said.window().map(BackfillPolicy::window),
        said.pauseWhile().map(Sql::new),
        said.optional().orElse(List.of()).stream()
            .map(signal -> Signal.valueOf(signal.name()))
            .collect(Collectors.toSet()));
  }

  private static TimeWindow window(WeeklyWindow window) {
    return new TimeWindow(
        window.parts().stream()
            .map(part -> new TimeWindow.Span(part.days(), part.start(), part.end()))
            .toList(),
        window.zone());
  }

  private static void bytes(Map<Signal, Double> most, Signal signal, Optional<ByteSize> size) {
    size.ifPresent(s -> most.put(signal, (double) s.bytes()));
  }

  private static void number(Map<Signal, Double> most, Signal signal, Optional<Integer> number) {
    number.ifPresent(n -> most.put(signal, (double) n));
  }
}
