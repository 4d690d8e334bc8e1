package dev.phase.backfill;

import java.time.Duration;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Puts away what nobody else does: what the dead have left, and what is long over. */
final class Upkeep {

  private final Handle handle;

  Upkeep(Handle handle) {
    this.handle = handle;
  }

  /** Gives back the chunks whose leases are over. */
  int freeChunks() {
    return update("freeChunks").execute();
  }

  /**
   * Removes runs whose version is gone; those that are done after the retention.
   *
   * @return how many were not done
   */
  int closeOrphans(Collection<String> ids, Duration retention, Actor actor) {
    return update("closeOrphans")
        .bindArray("ids", String.class, ids)
        .bind("retention", retention.toMillis())
        .bind("actor", actor.name())
        .bind("host", actor.host())
        .execute();
  }

  /** Forgets who asked what so long ago of runs that are over. */
  int dropAudit(Duration retention) {
    return update("dropAudit").bind("retention", retention.toMillis()).execute();
  }

  private Update update(String name) {
    return handle.createUpdate(Resources.sql(Upkeep.class, name));
  }
}
