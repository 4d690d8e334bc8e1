package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** At 80 columns. */
final class PlanPrinterTest {

  @Test
  void aReaderSeesWhatHappensWhoWaitsAndWhatItTakes() {
    assertEquals(
        """
        Expand 0007_b

          Column a of t gets a shadow column: index t_a would be rebuilt under ACCESS
          EXCLUSIVE.

          1. Expand table t (one transaction)
             ACCESS EXCLUSIVE on public.t: reads and writes wait
             Changes the catalog only: a moment, once it has its locks.
               ALTER TABLE "t"
                 ADD COLUMN "b" text

        Publish 0007_b

          1. Backfill table t (in batches)
             ROW EXCLUSIVE on public.t: no reads or writes wait
             Writes about 1,000,000 rows (135 MB): 10 s to 50 s, WAL 196 MB to 393 MB,
             disk 7.6 MB to 23 MB.
               UPDATE "t" SET "b" = upper("a")

          2. Build index i (outside a transaction)
             SHARE UPDATE EXCLUSIVE on public.t: only VACUUM and DDL wait
             Reads about 1,000,000 rows (135 MB) twice and writes an index: 1 s to 6 s,
             WAL 25 MB to 51 MB, disk 25 MB to 76 MB.
               CREATE INDEX CONCURRENTLY "i" ON "t" ("b") INCLUDE
                   ("one of several columns", "another one")

        Retire baseline
          No SQL: only the state of the version changes.

        In all
          11 s to 1 min 12 s, WAL 222 MB to 858 MB, disk 33 MB to 381 MB, without
          waiting.
          These are estimates: from the sizes of the tables, and how fast common
          hardware is.
          Have 381 MB of disk free besides the WAL; how much is free cannot be seen from
          here.

        In the way now
          Session 4711 (app, checkout, idle in transaction) has locked public.t since
          2026-11-21T08:59:00Z, 340 s ago: UPDATE t SET a = 'x'
          2 sessions of other roles could not be looked at; `phase doctor` says which
          grant is missing.

        Waiting
          soak: Version 0005_x stays live until 2026-11-22T09:00:00Z, so that 0006_y can
          prove itself.
        """,
        print(PlanDocuments.BUSY));
  }

  @Test
  void anEmptyPlanSaysSo() {
    assertEquals(
        "Nothing to do: the database has every change, and no version can move.\n",
        print(PlanDocuments.EMPTY));
  }

  @Test
  void aClosedGateSaysWhatItWaitsFor() {
    assertEquals(
        """
        Nothing to do: the database has every change, and no version can move.

        Waiting
          restore_window: Version 0005_x can be restored until 2026-11-22T09:00:00Z,
          then it is contracted.
        """,
        print(PlanDocuments.GATED));
  }

  private static String print(PlanView.Document document) {
    Terminals streams = Terminals.plain();
    new PlanPrinter(streams.console()).print(document);
    return streams.out();
  }
}
