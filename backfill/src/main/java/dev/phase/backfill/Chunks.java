package dev.phase.backfill;

import dev.phase.sql.Sql;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A way to cut a table into chunks, and these into batches, one after another. */
sealed interface Chunks permits KeyChunks, PageChunks {

  /** A chunk is so many batches long, in each of its stripes. */
  int BATCHES = 16;

  /** Tells this way from others: positions mean something only under the same signature. */
  String signature(Handle handle);

  /** Whether a row that is updated may move on to another chunk. */
  boolean losesTrack();

  /** The last position that there is now; absent where the table is empty. */
  Optional<Position> end(Handle handle) throws SQLException;

  /** The chunk after the pass's frontier; absent at the end of the pass. */
  Optional<Chunk> next(Handle handle, Pass pass, BatchSettings settings) throws SQLException;

  /** The next batch of a chunk, which is not done yet. */
  Slice slice(Handle handle, Pass pass, Chunk chunk, Place place, int rows) throws SQLException;

  /** What names one row to a reader: {@code id (7)}, as an SQL expression. */
  Sql rowName();
}
