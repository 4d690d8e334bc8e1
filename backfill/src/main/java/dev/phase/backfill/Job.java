package dev.phase.backfill;

/** What is to be done, where, and by what right. */
record Job(SweepRequest request, TargetTable table, Ledger.Claim claim) {}
