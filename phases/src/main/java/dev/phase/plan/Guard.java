package dev.phase.plan;

import dev.phase.sql.Identifier;

/** How to tell, after a crash, whether a step has been done. */
public sealed interface Guard {

  /** The step and its ledger row commit together: the row alone tells. */
  record Ledger() implements Guard {}

  /** The statement may run twice with the same outcome. */
  record Repeatable() implements Guard {}

  /** A concurrent index build: valid means done, invalid means drop it and build it again. */
  record ValidIndex(Identifier index) implements Guard {}
}
