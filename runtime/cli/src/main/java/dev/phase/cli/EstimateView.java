package dev.phase.cli;

import dev.phase.engine.estimate.Estimate;
import dev.phase.engine.estimate.Range;
import java.util.Locale;
import java.util.Optional;

/**
 * What a step, or all of them, will cost; a part of {@code phase plan -o json}.
 *
 * @param work catalog, scan, index, backfill, or unknown for the user's own SQL
 * @param table whose rows it works on
 * @param rows that it reads or writes
 * @param bytes that they take in the table
 * @param millis without waiting
 * @param walBytes what it logs
 * @param diskBytes by which tables, indexes and temporary files may grow meanwhile
 * @param basis measured, where earlier backfills tell, else default
 */
record EstimateView(
    String work,
    Optional<String> table,
    long rows,
    long bytes,
    Range millis,
    Range walBytes,
    Range diskBytes,
    String basis) {

  static EstimateView of(Estimate estimate) {
    return new EstimateView(
        estimate.kind().name().toLowerCase(Locale.ROOT),
        estimate.table().map(Object::toString),
        estimate.rows(),
        estimate.bytes(),
        estimate.millis(),
        estimate.walBytes(),
        estimate.diskBytes(),
        estimate.measured() ? "measured" : "default");
  }

  /** Whether it works on rows. */
  boolean hasRows() {
    return rows > 0;
  }

  /** One sentence: what it does to how many rows, and what that takes. */
  String describe() {
    return switch (work) {
      case "catalog" -> "Changes the catalog only: a moment, once it has its locks.";
      case "unknown" -> "It is your own SQL, so its cost is not known.";
      default -> hasRows() ? doing() + ": " + cost() + "." : "There are no rows to work on.";
    };
  }

  private String doing() {
    String amount = "about " + Words.count(rows, "row") + " (" + Amounts.bytes(bytes) + ")";
    return switch (work) {
      case "scan" -> "Reads " + amount;
      case "index" -> "Reads " + amount + " twice and writes an index";
      case "backfill" -> "Writes " + amount;
      default -> "Works on " + amount;
    };
  }

  /** {@code 10 s to 50 s, WAL 190 MB, disk 8.0 MB}. */
  String cost() {
    return Amounts.time(millis)
        + (walBytes.isNothing() ? "" : ", WAL " + Amounts.bytes(walBytes))
        + (diskBytes.isNothing() ? "" : ", disk " + Amounts.bytes(diskBytes));
  }
}
