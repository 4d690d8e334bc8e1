package dev.phase.backfill;

import java.sql.SQLException;

/** Works a batch, and knows what to do about its errors. */
final class Attempt {

  private final Session session;
  private final BatchWork batches;
  private final RunKey run;

  Attempt(Session session, BatchWork batches, RunKey run) {
    this.session = session;
    this.batches = batches;
    this.run = run;
  }

  Step batch(Claim claim, Paces paces, Rate rate)
      throws SQLException, InterruptedException {
    try {
      return batch(claim, paces, rate, BatchWork.Care.ALL);
    } catch (SQLException | RuntimeException e) {
      if (!claim.favours().isEmpty() && isOfAFavour(e)) {
        return batch(claim.alone(), paces, rate);
      }
      if (SqlErrors.isOfData(e) && !paces.areFew()) {
        // Row by row takes long, and they stay locked.
        paces.halve();
        return Step.Turn.TOO_LONG;
      }
      if (SqlErrors.isOfData(e)) {
        return batch(claim, paces, rate, BatchWork.Care.ROW_BY_ROW);
      }
      if (SqlErrors.has(e, SqlErrors.QUERY_CANCELED) && paces.halve()) {
        return Step.Turn.TOO_LONG;
      }
      if (SqlErrors.has(e, SqlErrors.DISK_FULL)) {
        return halt("The disk of the server is full.");
      }
      throw e;
    }
  }

  /** An expression that raises, or columns that a rollback has just taken away. */
  private static boolean isOfAFavour(Exception e) {
    return SqlErrors.find(e).isPresent()
        && !SqlErrors.isTransient(e)
        && !SqlErrors.isConnectionLoss(e)
        && !SqlErrors.has(e, SqlErrors.QUERY_CANCELED)
        && !SqlErrors.has(e, SqlErrors.DISK_FULL);
  }

  /** A batch that met a lock comes back later, with fewer rows. */
  private Step batch(Claim claim, Paces paces, Rate rate, BatchWork.Care care)
      throws SQLException, InterruptedException {
    return session.begin(
        (handle, settings) -> {
          try {
            return batches.next(handle, settings, claim, paces, rate, care);
          } catch (SQLException | RuntimeException e) {
            if (SqlErrors.isTransient(e)) {
              paces.halve();
            }
            throw e;
          }
        });
  }

  /** Until someone has seen to it and resumes the run. */
  private Step halt(String reason) throws SQLException, InterruptedException {
    return session.run(
        handle -> {
          Ledger.halt(handle, run, reason);
          return Step.Turn.PAUSED;
        });
  }
}
