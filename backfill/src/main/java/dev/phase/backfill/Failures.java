package dev.phase.backfill;

import dev.phase.backfill.BackfillException.Kind;
import dev.phase.sql.QualifiedName;
import java.sql.SQLException;

/** Says what an error of the driver means for a run. */
final class Failures {

  private Failures() {}

  /**
   * @param range the rows that the run was at, in words
   */
  static BackfillException of(Exception error, QualifiedName table, String range) {
    return SqlErrors.find(error)
        .map(cause -> of(cause, table, range))
        .orElseThrow(() -> new IllegalStateException(error));
  }

  private static BackfillException of(SQLException error, QualifiedName table, String range) {
    if (SqlErrors.isConnectionLoss(error)) {
      return new BackfillException(
          Kind.CONNECTION,
          "The backfill of %s lost its connection %s: %s.".formatted(table, range, firstLine(error)),
          "It goes on from there with the next `phase advance`.",
          error);
    }
    if (SqlErrors.isTransient(error)) {
      return new BackfillException(
          Kind.LOCKED,
          "The backfill of %s could not get its locks %s (SQLSTATE %s: %s)."
              .formatted(table, range, error.getSQLState(), firstLine(error)),
          "End the sessions that hold the rows, then run `phase advance` again; it goes on from"
              + " there.",
          error);
    }
    return new BackfillException(
        Kind.SQL,
        "The backfill of %s failed %s (SQLSTATE %s: %s)."
            .formatted(table, range, error.getSQLState(), firstLine(error)),
        "Mend the row or the expression, then run `phase advance` again; it goes on from there.",
        error);
  }

  /** What the server said, without its word for how bad it is. */
  static String firstLine(SQLException error) {
    return error.getMessage().lines().findFirst().orElse("").replaceFirst("^[A-Z]+: ", "");
  }
}
