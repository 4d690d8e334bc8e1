package dev.phase.engine.estimate;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.QualifiedName;
import java.util.Optional;

/**
 * What a step will cost.
 *
 * @param table whose rows it works on; absent where it works on none
 * @param rows that it reads or writes
 * @param bytes that these rows take in the table
 * @param millis without waiting for locks, pauses and others
 * @param diskBytes by which tables, indexes and temporary files may grow meanwhile; not the log
 * @param measured whether earlier backfills of this database tell, not only defaults
 */
public record Estimate(
    Kind kind,
    Optional<QualifiedName> table,
    long rows,
    long bytes,
    Range millis,
    Range walBytes,
    Range diskBytes,
    boolean measured) {

  /** What a step does to rows. */
  public enum Kind {
    /** It only changes the catalog: a moment, once it has its locks. */
    CATALOG,
    /** It reads every row. */
    SCAN,
    /** It reads every row and writes an index. */
    INDEX,
    /** It writes every row, in batches. */
    BACKFILL,
    /** It is the user's own SQL. */
    UNKNOWN
  }

  /** A step that touches no row. */
  static final Estimate CATALOG =
      new Estimate(
          Kind.CATALOG,
          Optional.empty(),
          0,
          0,
          Range.NOTHING,
          Range.NOTHING,
          Range.NOTHING,
          false);

  static final Estimate UNKNOWN =
      new Estimate(
          Kind.UNKNOWN,
          Optional.empty(),
          0,
          0,
          Range.NOTHING,
          Range.NOTHING,
          Range.NOTHING,
          false);

  public Estimate {
    requireNonNull(kind, "kind is null");
    requireNonNull(table, "table is null");
  }

  /** One after the other. */
  public Estimate plus(Estimate next) {
    return new Estimate(
        kind.compareTo(next.kind) < 0 ? next.kind : kind,
        table.or(next::table),
        rows + next.rows,
        bytes + next.bytes,
        millis.plus(next.millis),
        walBytes.plus(next.walBytes),
        diskBytes.plus(next.diskBytes),
        measured || next.measured);
  }
}
