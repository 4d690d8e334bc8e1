package dev.phase.backfill;

import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Chunks of neighbouring pages, in stripes where rows are converted. A row that is updated may move
 * into pages that were worked before, so a pass proves nothing unless it looks at one moment; and a
 * rewrite of the table moves all of them, so it needs a new pass.
 */
final class PageChunks implements Chunks {

  /** 64 MB: small enough to stay in memory from one stripe to the next. */
  private static final long MOST_PAGES = 8192;

  /**
   * The files of a table and its partitions.
   *
   * @param signature tells them from others; a rewrite changes it
   * @param longest pages of the biggest one
   * @param pages of all of them
   */
  record Storage(String signature, long longest, long pages) {}

  private final Function<Handle, Storage> storage;
  private final Sql spread;
  private final Sql rowName;

  /**
   * @param spread a number that tells the rows of a page apart, negative or not: its last bits say
   *     which stripe a row belongs to
   */
  PageChunks(Function<Handle, Storage> storage, Sql spread, Sql rowName) {
    this.storage = storage;
    this.spread = spread;
    this.rowName = rowName;
  }

  @Override
  public String signature(Handle handle) {
    return storage.apply(handle).signature();
  }

  @Override
  public boolean losesTrack() {
    return true;
  }

  @Override
  public Optional<Position> end(Handle handle) {
    long pages = storage.apply(handle).longest();
    return pages == 0 ? Optional.empty() : Optional.of(position(pages));
  }

  @Override
  public Optional<Chunk> next(Handle handle, Pass pass, BatchSettings settings) {
    long end = page(pass.bound().orElseThrow());
    long from = pass.frontier().map(PageChunks::page).orElse(0L);
    if (from >= end) {
      return Optional.empty();
    }
    int stripes = stripes(pass, settings);
    long pages = Math.min(MOST_PAGES, pages(pass, (long) settings.rows() * stripes * BATCHES));
    long to = Math.min(end, from + pages);
    return Optional.of(
        new Chunk(pass.frontier(), position(to), stripes, rows(pass, from, to)));
  }

  /** Reading frees no space, and a table of one batch needs none. */
  private static int stripes(Pass pass, BatchSettings settings) {
    boolean striped = pass.stage() == Stage.CONVERT && pass.rowsTotal() > settings.rows();
    return striped ? settings.stripes() : 1;
  }

  @Override
  public Slice slice(Handle handle, Pass pass, Chunk chunk, Place place, int rows) {
    long first = chunk.low().map(PageChunks::page).orElse(0L);
    long end = page(chunk.high());
    long from = place.cursor().map(PageChunks::page).orElse(first);
    long to = Math.min(end, from + pages(pass, (long) rows * chunk.stripes()));
    Sql pages = Sql.of("ctid >= %s::tid AND ctid < %s::tid", firstOf(from), firstOf(to));
    return new Slice(
        chunk.stripes() == 1 ? pages : Sql.of("%s AND %s", pages, stripe(chunk, place)),
        position(to),
        to == end,
        share(chunk, place.stripe(), to - first, end - first) - place.rowsDone(),
        "on pages %d to %d".formatted(from, to - 1));
  }

  private Sql stripe(Chunk chunk, Place place) {
    return Sql.of(
        "(%s) & %s = %s", spread, number(chunk.stripes() - 1), number(place.stripe()));
  }

  /** The rows of the stripes before this one, and of so many pages of this one. */
  private static long share(Chunk chunk, int stripe, long pages, long all) {
    return chunk.rows() * (stripe * all + pages) / (chunk.stripes() * all);
  }

  @Override
  public Sql rowName() {
    return rowName;
  }

  private static long pages(Pass pass, long rows) {
    long end = page(pass.bound().orElseThrow());
    return Math.max(1, rows * end / Math.max(1, pass.rowsTotal()));
  }

  private static long rows(Pass pass, long from, long to) {
    long end = page(pass.bound().orElseThrow());
    return pass.rowsTotal() * to / end - pass.rowsTotal() * from / end;
  }

  private static SqlLiteral number(int value) {
    return new SqlLiteral(Integer.toString(value));
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
