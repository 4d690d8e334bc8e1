package dev.phase.change;

import dev.phase.yaml.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How rows are converted, as far as it is said.
 *
 * @param batchRows how many rows one transaction converts at most
 * @param batchTime how long a batch should take, which the number of its rows follows
 * @param batchWal how much of the server's log a batch may fill
 * @param pause how long to rest between two batches
 * @param nice how long to rest besides, in percent of what batches take
 * @param workers how many batches a command works at once
 * @param window when to work, such as {@code Mon-Fri 22:00-06:00 Europe/Paris}
 * @param maxReplicaLag how far the slowest replica may be behind
 * @param maxReplicaBytes the same, in bytes of the log
 * @param maxSlotBytes how much of its log the server may keep for the slowest replication slot
 * @param maxArchiveFiles how many files of the log may wait to be archived
 * @param maxWalRate how much the server may log in a second
 * @param maxXminAge how many transactions old the oldest snapshot may be
 * @param maxWraparound how old the oldest transaction or multixact id may be, in percent of the age
 *     from which on the server vacuums by force
 * @param maxActiveSessions how many other sessions may be active
 * @param yieldToLocks whether to wait while others wait for a lock on the table
 * @param yieldToVacuum whether to wait while the table is vacuumed
 * @param pauseWhile a query whose one value is true while it has to wait
 * @param optional signals to do without where they cannot be seen
 */
public record BackfillOverrides(
    @Bounds(least = "1", most = "1000000") Optional<Integer> batchRows,
    @Bounds(least = "0ms", most = "1m") Optional<Duration> batchTime,
    Optional<ByteSize> batchWal,
    @Bounds(least = "0ms", most = "1h") Optional<Duration> pause,
    @Bounds(least = "0", most = "10000") Optional<Integer> nice,
    @Bounds(least = "1", most = "64") Optional<Integer> workers,
    Optional<WeeklyWindow> window,
    @Bounds(least = "1ms") Optional<Duration> maxReplicaLag,
    Optional<ByteSize> maxReplicaBytes,
    Optional<ByteSize> maxSlotBytes,
    @Bounds(least = "1") Optional<Integer> maxArchiveFiles,
    Optional<ByteSize> maxWalRate,
    @Bounds(least = "1") Optional<Integer> maxXminAge,
    @Bounds(least = "1") Optional<Integer> maxWraparound,
    @Bounds(least = "1") Optional<Integer> maxActiveSessions,
    Optional<Boolean> yieldToLocks,
    Optional<Boolean> yieldToVacuum,
    Optional<String> pauseWhile,
    Optional<List<BackfillSignal>> optional) {

  /** Nothing said. */
  public static final BackfillOverrides NONE =
      new BackfillOverrides(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** These, and what the others say that these do not. */
  public BackfillOverrides over(BackfillOverrides others) {
    return new BackfillOverrides(
        first(others, BackfillOverrides::batchRows),
        first(others, BackfillOverrides::batchTime),
        first(others, BackfillOverrides::batchWal),
        first(others, BackfillOverrides::pause),
        first(others, BackfillOverrides::nice),
        first(others, BackfillOverrides::workers),
        first(others, BackfillOverrides::window),
        first(others, BackfillOverrides::maxReplicaLag),
        first(others, BackfillOverrides::maxReplicaBytes),
        first(others, BackfillOverrides::maxSlotBytes),
        first(others, BackfillOverrides::maxArchiveFiles),
        first(others, BackfillOverrides::maxWalRate),
        first(others, BackfillOverrides::maxXminAge),
        first(others, BackfillOverrides::maxWraparound),
        first(others, BackfillOverrides::maxActiveSessions),
        first(others, BackfillOverrides::yieldToLocks),
        first(others, BackfillOverrides::yieldToVacuum),
        first(others, BackfillOverrides::pauseWhile),
        first(others, BackfillOverrides::optional));
  }

  private <T> Optional<T> first(
      BackfillOverrides others, Function<BackfillOverrides, Optional<T>> setting) {
    return setting.apply(this).or(() -> setting.apply(others));
  }
}
