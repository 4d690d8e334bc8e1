package dev.phase.backfill;

import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Chunks of neighbouring pages. A row that is updated may move into pages that were worked before, so
 * one pass alone proves nothing; and a rewrite of the table moves all of them, so it needs a new pass.
 */
final class PageChunks implements Chunks {

  /**
   * The files of a table and its partitions; a rewrite changes them.
   *
   * @param longest pages of the biggest one
   * @param pages of all of them
   */
  record Storage(String files, long longest, long pages) {}

  private final Storage storage;

  PageChunks(Storage storage) {
    this.storage = storage;
  }

  @Override
  public String signature() {
    return "pages of " + storage.files();
  }

  @Override
  public Optional<Position> end(Handle handle) {
    return storage.longest() == 0 ? Optional.empty() : Optional.of(position(storage.longest()));
  }

  @Override
  public Optional<Chunk> next(Handle handle, Pass pass, int rows) {
    long end = page(pass.bound().orElseThrow());
    long from = pass.cursor().map(PageChunks::page).orElse(0L);
    if (from >= end) {
      return Optional.empty();
    }
    long rowsTotal = Math.max(1, pass.rowsTotal());
    long to = Math.min(end, from + Math.max(1, rows * end / rowsTotal));
    Sql condition =
        Sql.of("ctid >= %s::tid AND ctid < %s::tid", firstOf(from), firstOf(to));
    long covered = pass.rowsTotal() * to / end - pass.rowsTotal() * from / end;
    return Optional.of(
        new Chunk(condition, position(to), covered, "in pages %d to %d".formatted(from, to - 1)));
  }

  @Override
  public Sql rowName() {
    return Sql.of("concat('ctid ', ctid)");
  }

  private static SqlLiteral firstOf(long page) {
    return new SqlLiteral("(%d,0)".formatted(page));
  }

  private static Position position(long page) {
    return new Position(List.of(Long.toString(page)));
  }

  private static long page(Position position) {
    return Long.parseLong(position.values().get(0));
  }
}
