package dev.phase.cli;

import dev.phase.backfill.Eta;
import java.util.Optional;

/**
 * How far a count of rows has come.
 *
 * @param rowsPerSecond 0 where it is not known
 */
record ProgressBar(long rowsDone, long rowsTotal, double rowsPerSecond, Optional<Eta> eta) {

  private static final int MOST_CELLS = 20;
  private static final int FEWEST_CELLS = 5;
  private static final String AROUND = "[] ";

  /**
   * {@code [#########...........]  45 %  450 of 1,000 rows, 120/s, 3-5 s left}.
   *
   * @param room columns; the bar takes what the numbers leave
   */
  String drawn(int room) {
    String percent = String.valueOf(percent());
    String text = " ".repeat(3 - percent.length()) + percent + " %  " + numbers();
    int cells = Math.min(MOST_CELLS, room - text.length() - AROUND.length());
    if (cells < FEWEST_CELLS) {
      return text.strip();
    }
    int full = (int) (share() * cells);
    return "[" + "#".repeat(full) + ".".repeat(cells - full) + "] " + text;
  }

  /** {@code 45 %, 450 of 1,000 rows, 120/s, 3-5 s left}. */
  String spoken() {
    return percent() + " %, " + numbers();
  }

  /** The same without a rate. */
  ProgressBar still() {
    return new ProgressBar(rowsDone, rowsTotal, 0, Optional.empty());
  }

  private String numbers() {
    StringBuilder text = new StringBuilder();
    text.append(Words.grouped(rowsDone)).append(" of ").append(Words.grouped(rowsTotal));
    text.append(" rows");
    if (rowsPerSecond >= 1) {
      text.append(", ").append(Words.grouped(Math.round(rowsPerSecond))).append("/s");
    }
    eta.filter(left -> left.latest().toSeconds() > 0)
        .ifPresent(left -> text.append(", ").append(Words.range(left)).append(" left"));
    return text.toString();
  }

  /** Rounded down: 100 only when it is done. */
  int percent() {
    return (int) (share() * 100);
  }

  private double share() {
    return rowsTotal <= 0 ? 1 : Math.min(1, Math.max(0, (double) rowsDone / rowsTotal));
  }
}
