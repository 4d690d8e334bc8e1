package dev.phase.cli;

/** What every form of a plan says besides its figures. */
final class Notes {

  private Notes() {}

  static String basis(EstimateView total) {
    return total.basis().equals("measured")
        ? "These are estimates: from the sizes of the tables, and how fast earlier backfills of"
            + " this database were."
        : "These are estimates: from the sizes of the tables, and how fast common hardware is.";
  }

  static String disk(EstimateView total) {
    return "Have "
        + Amounts.bytes(total.diskBytes().most())
        + " of disk free besides the WAL; how much is free cannot be seen from here.";
  }

  static String hidden(int sessions) {
    return Words.count(sessions, "session")
        + " of other roles could not be looked at; `phase doctor` says which grant is missing.";
  }
}
