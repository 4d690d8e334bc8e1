package dev.phase.plan;

import java.util.List;

/** One row of the ledger: something that is either done or not yet done. */
public sealed interface Step permits SqlStep, SweepStep {

  /** Unique within its plan. */
  String id();

  /** What it is for, as a short sentence without a full stop. */
  String purpose();

  /** The strongest lock that it takes on each relation, in the order in which it comes to them. */
  List<Lock> locks();
}
