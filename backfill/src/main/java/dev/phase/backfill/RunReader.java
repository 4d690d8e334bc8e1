package dev.phase.backfill;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads everything about one run. */
final class RunReader {

  private static final int MOST_ROWS = 100;

  private final Handle handle;
  private final String id;

  RunReader(Handle handle, String id) {
    this.handle = handle;
    this.id = id;
  }

  RunDetails read(RunSnapshot run) {
    return query("run")
        .map(
            (row, context) ->
                new RunDetails(
                    run,
                    row.getLong("rows_changed"),
                    row.getLong("rows_mended"),
                    row.getLong("batches"),
                    Duration.ofMillis(row.getLong("millis")),
                    row.getLong("wal_bytes"),
                    Overrides.read(row),
                    Optional.ofNullable(row.getString("waived_by")),
                    ThrottleLedger.list(handle, id),
                    chunks(),
                    Quarantine.list(handle, id, MOST_ROWS),
                    audit()))
        .one();
  }

  private List<RunDetails.ChunkSnapshot> chunks() {
    return query("chunks")
        .map(
            (row, context) ->
                new RunDetails.ChunkSnapshot(
                    row.getInt("seq"),
                    row.getString("state"),
                    row.getLong("rows_done"),
                    row.getLong("rows_total"),
                    Optional.ofNullable(row.getTimestamp("lease_until")).map(Timestamp::toInstant)))
        .list();
  }

  private List<RunDetails.AuditEntry> audit() {
    return query("audit")
        .map(
            (row, context) ->
                new RunDetails.AuditEntry(
                    instant(row.getTimestamp("at")),
                    row.getString("actor"),
                    row.getString("host"),
                    row.getString("action"),
                    row.getString("before"),
                    row.getString("after")))
        .list();
  }

  private static Instant instant(Timestamp time) {
    return time.toInstant();
  }

  private Query query(String name) {
    return handle.createQuery(Resources.sql(RunReader.class, name)).bind("id", id);
  }
}
