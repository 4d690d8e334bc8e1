package dev.phase.backfill;

import dev.phase.backfill.throttle.Hold;
import dev.phase.backfill.throttle.Throttle;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes one worker wait while the signals say so, and keeps its chunk for it meanwhile. */
final class Brake {

  private final Session session;
  private final Job job;
  private final Throttle throttle;
  private final Board board;
  private final Sleeper sleeper;
  private boolean held;

  Brake(Session session, Job job, Throttle throttle, Board board, Sleeper sleeper) {
    this.session = session;
    this.job = job;
    this.throttle = throttle;
    this.board = board;
    this.sleeper = sleeper;
  }

  /** Waits for a second where that is due; false where the worker may go on. */
  boolean waits(Optional<Claim> claim) throws SQLException, InterruptedException {
    boolean looks = throttle.isDue();
    Optional<Hold> hold = looks ? look() : throttle.hold();
    if (hold.isEmpty()) {
      if (held) {
        held = false;
        session.run(this::clear);
      }
      return false;
    }
    held = true;
    boolean wanted = session.run(handle -> hold(handle, claim, looks ? hold : Optional.empty()));
    if (wanted) {
      if (looks) {
        board.waits(hold.get(), Throttle.INTERVAL);
      }
      board.hold(hold.get().reason());
      sleeper.sleep(Throttle.INTERVAL);
    }
    return wanted;
  }

  private Optional<Hold> look() throws SQLException, InterruptedException {
    Optional<Hold> hold = session.run(throttle::look);
    board.looked(throttle.shares());
    return hold;
  }

  private boolean hold(Handle handle, Optional<Claim> claim, Optional<Hold> told) {
    claim.ifPresent(
        mine -> ChunkLedger.keep(handle, mine, job.request().settings().lease()));
    told.ifPresent(
        hold -> ThrottleLedger.note(handle, job.run(), hold, Throttle.INTERVAL));
    return ThrottleLedger.isWanted(handle, job.run());
  }

  private Void clear(Handle handle) {
    ThrottleLedger.clear(handle, job.run());
    return null;
  }
}
