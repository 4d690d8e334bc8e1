package dev.phase.backfill;

import java.util.Optional;

/**
 * A run in the ledger. After a rollback another one may have its name, with other work to do.
 *
 * @param ordinal tells the two apart; absent for whichever has the name
 */
record RunKey(String id, Optional<Long> ordinal) {

  RunKey(String id, long ordinal) {
    this(id, Optional.of(ordinal));
  }

  static RunKey named(String id) {
    return new RunKey(id, Optional.empty());
  }
}
