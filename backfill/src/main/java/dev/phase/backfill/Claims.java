package dev.phase.backfill;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Gives a worker its next chunk, cuts new ones, and begins a pass when the one before is over. */
final class Claims {

  private final Job job;
  private final UUID owner;
  private final Snapshot snapshot;

  Claims(Job job, UUID owner, Snapshot snapshot) {
    this.job = job;
    this.owner = owner;
    this.snapshot = snapshot;
  }

  /** To be called in a transaction of its own; workers take turns in it. */
  Step next(Handle handle) throws SQLException {
    Optional<Ledger.Locked> run = Ledger.lock(handle, job.key());
    if (run.isEmpty()) {
      return Step.Turn.FORGOTTEN;
    }
    if (run.get().done()) {
      return Step.Turn.DONE;
    }
    if (run.get().desired() != Desired.RUN) {
      return Step.Turn.of(run.get().desired());
    }
    job.table().lock(handle);
    Pass pass = run.get().pass();
    Chunks chunks = job.chunks(pass);
    if (!pass.goesBy(handle, chunks)) {
      return begin(handle, pass.stage(), pass.number());
    }
    snapshot.leaveUnlessOf(pass);
    Optional<Claim> claim = claim(handle, pass, chunks);
    // Whoever has come to its moment may finish the pass, though nobody else can any more.
    if (claim.isPresent() && !snapshot.shows(pass)) {
      return begin(handle, pass.stage(), pass.number());
    }
    if (pass.stage() == Stage.CONVERT) {
      claim = claim.map(c -> c.with(StoredSweep.favours(handle, job.run())));
    }
    ChunkLedger.Sums sums = ChunkLedger.sums(handle, job.run());
    if (claim.isPresent()) {
      return new Step.Claimed(claim.get(), pass, sums.rowsDone(), run.get().overrides());
    }
    return sums.open() > 0 ? Step.Turn.WAIT : turn(handle, pass, sums);
  }

  private Optional<Claim> claim(Handle handle, Pass pass, Chunks chunks) throws SQLException {
    BatchSettings settings = job.request().settings();
    Optional<Claim> left = ChunkLedger.claim(handle, job.run(), owner, settings.lease());
    if (left.isPresent()) {
      return left;
    }
    Optional<Chunk> next = chunks.next(handle, pass, settings);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    Ledger.moveFrontier(handle, job.run(), next.get().high());
    return Optional.of(
        ChunkLedger.add(handle, job.run(), next.get(), owner, settings.lease()));
  }

  private Step turn(Handle handle, Pass pass, ChunkLedger.Sums sums) throws SQLException {
    if (pass.stage() == Stage.CONVERT) {
      return begin(handle, Stage.VERIFY, 1);
    }
    return sums.rowsMended() > 0
        ? begin(handle, Stage.VERIFY, pass.number() + 1)
        : finish(handle);
  }

  private Step finish(Handle handle) {
    boolean shut =
        Quarantine.count(handle, job.run()) > 0 && !Ledger.isWaived(handle, job.run());
    return shut ? Step.Turn.QUARANTINED : Step.Turn.FINISHED;
  }

  private Step begin(Handle handle, Stage stage, int number) throws SQLException {
    Chunks chunks = job.chunks(handle, stage);
    Optional<String> moment = Optional.empty();
    if (stage == Stage.VERIFY && chunks.losesTrack()) {
      moment = Optional.of(snapshot.take());
    }
    // As long as it is now, which is later than the moment.
    Optional<Position> end = chunks.end(handle);
    if (end.isEmpty()) {
      return Step.Turn.EMPTY;
    }
    if (stage == Stage.VERIFY) {
      Quarantine.clear(handle, job.run());
    }
    long rows = job.table().rows(handle);
    Pass pass = Pass.begun(stage, number, chunks.signature(handle), end.get(), rows).of(moment);
    Ledger.beginPass(handle, job.run(), pass);
    return Step.Turn.NEXT_PASS;
  }
}
