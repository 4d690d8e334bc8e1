package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** For a pull request. */
final class PlanMarkdownTest {

  @Test
  void aPullRequestGetsATableAndFoldedSql() {
    assertEquals(
        """
        ### What `phase advance` will do

        **Expand 0007\\_b**

        - Column a of t gets a shadow column: index t\\_a would be rebuilt under ACCESS EXCLUSIVE.

        | | step | locks | meanwhile | rows | time | WAL | disk |
        | ---: | --- | --- | --- | ---: | --- | --- | --- |
        | 1 | Expand table t, one transaction | ACCESS EXCLUSIVE on public.t | reads and writes wait | – | a moment | – | – |

        <details><summary>SQL</summary>

        ```sql
        -- 1. Expand table t
        ALTER TABLE "t"
          ADD COLUMN "b" text;
        ```

        </details>

        **Publish 0007\\_b**

        | | step | locks | meanwhile | rows | time | WAL | disk |
        | ---: | --- | --- | --- | ---: | --- | --- | --- |
        | 1 | Backfill table t, in batches | ROW EXCLUSIVE on public.t | no reads or writes wait | 1,000,000 | 10 s to 50 s | 196 MB to 393 MB | 7.6 MB to 23 MB |
        | 2 | Build index i, outside a transaction | SHARE UPDATE EXCLUSIVE on public.t | only VACUUM and DDL wait | 1,000,000 | 1 s to 6 s | 25 MB to 51 MB | 25 MB to 76 MB |

        <details><summary>SQL</summary>

        ```sql
        -- 1. Backfill table t
        UPDATE "t" SET "b" = upper("a");

        -- 2. Build index i
        CREATE INDEX CONCURRENTLY "i" ON "t" ("b") INCLUDE ("one of several columns", "another one");
        ```

        </details>

        **Retire baseline**

        No SQL: only the state of the version changes.

        **In all**: 11 s to 1 min 12 s, WAL 222 MB to 858 MB, disk 33 MB to 381 MB, without waiting. These are estimates: from the sizes of the tables, and how fast common hardware is. Have 381 MB of disk free besides the WAL; how much is free cannot be seen from here.

        **Look at this first**

        - db/changes/0007\\_b.yaml:3:5: Of 1000 rows of t, 3 do not come back. Correct the expressions.
        - View public\\_0006\\_y.t is gone. `phase advance` would stop.
        - Session 4711 (app, checkout, idle in transaction) has locked public.t since 2026-11-21T08:59:00Z, 340 s ago: UPDATE t SET a = 'x'

        **Waiting**

        - soak: Version 0005\\_x stays live until 2026-11-22T09:00:00Z, so that 0006\\_y can prove itself.
        """,
        PlanMarkdown.of(PlanDocuments.BUSY));
  }

  @Test
  void anEmptyPlanSaysSo() {
    assertEquals(
        """
        ### What `phase advance` will do

        Nothing: the database has every change, and no version can move.
        """,
        PlanMarkdown.of(PlanDocuments.EMPTY));
  }
}
