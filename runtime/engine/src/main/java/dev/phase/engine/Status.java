package dev.phase.engine;

import dev.phase.backfill.Eta;
import dev.phase.engine.gate.Waiting;
import dev.phase.engine.state.Drift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where everything stands; the shape of {@code phase status -o json}. */
public record Status(
    String schema,
    List<VersionStatus> versions,
    List<ChangeStatus> changes,
    List<BackfillStatus> backfills,
    List<Waiting> waiting,
    List<Drift> drift) {

  public Status {
    versions = List.copyOf(versions);
    changes = List.copyOf(changes);
    backfills = List.copyOf(backfills);
    waiting = List.copyOf(waiting);
    drift = List.copyOf(drift);
  }

  /**
   * One version of the window, oldest first.
   *
   * @param schema what applications put first in their search_path
   * @param state preparing, live or retired
   */
  public record VersionStatus(
      String name,
      String schema,
      String state,
      List<String> changes,
      Optional<Instant> publishedAt,
      Optional<Instant> retiredAt) {}

  /**
   * One change that was applied.
   *
   * @param phase expand, backfill, live, contract, done or rolled-back
   */
  public record ChangeStatus(String id, String phase, String checksum) {}

  /**
   * One backfill.
   *
   * @param etaSeconds at the rate of the last batches
   * @param etaSecondsLeast at the fastest of them
   * @param etaSecondsMost at the slowest of them
   */
  public record BackfillStatus(
      String id,
      String change,
      String table,
      String state,
      String reason,
      long rowsDone,
      long rowsTotal,
      double rowsPerSecond,
      Optional<Long> etaSeconds,
      Optional<Long> etaSecondsLeast,
      Optional<Long> etaSecondsMost,
      long quarantined) {

    /** How long it may take; absent where nobody is at it. */
    public Optional<Eta> eta() {
      return etaSeconds.map(
          likely ->
              new Eta(
                  Duration.ofSeconds(likely),
                  Duration.ofSeconds(etaSecondsLeast.orElse(likely)),
                  Duration.ofSeconds(etaSecondsMost.orElse(likely))));
    }
  }
}
