package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.engine.Status.BackfillStatus;
import dev.phase.engine.Status.ChangeStatus;
import dev.phase.engine.Status.VersionStatus;
import dev.phase.engine.Status;
import dev.phase.engine.gate.Waiting;
import dev.phase.engine.state.Drift;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table, at 80 columns. */
final class StatusPrinterTest {

  private static final Status BUSY =
      new Status(
          "public",
          List.of(
              version("baseline", "public", "retired"),
              version("0006_orders", "public_0006_orders", "live", "0005_notes", "0006_orders"),
              version("0007_split_name", "public_0007_split_name", "preparing", "0007_split_name")),
          List.of(
              new ChangeStatus("0005_notes", "live", "ab"),
              new ChangeStatus("0006_orders", "live", "cd"),
              new ChangeStatus("0007_split_name", "backfill", "ef")),
          List.of(
              new BackfillStatus(
                  "public/0007_split_name/users",
                  "0007_split_name",
                  "users",
                  "running",
                  "",
                  433_000,
                  1_000_000,
                  12_345.6,
                  Optional.of(46L),
                  Optional.of(40L),
                  Optional.of(58L),
                  0),
              new BackfillStatus(
                  "public/0007_split_name/orders",
                  "0007_split_name",
                  "orders",
                  "paused",
                  "replica lag",
                  0,
                  5_000,
                  0,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  3)),
          List.of(
              new Waiting(
                  "restore_window",
                  "version baseline can be restored until 2026-11-22 09:00, and is contracted by"
                      + " the first advance after that")),
          List.of(
              new Drift(
                  "trigger",
                  "public.users.~phase_dual_write",
                  "CREATE TRIGGER …",
                  Optional.empty())));

  @Test
  void everythingFitsAnEightyColumnTerminal() {
    assertEquals(
        """
        Schema public has 3 versions, oldest first.

          VERSION          STATE      SCHEMA                  CHANGES
          baseline         retired    public                  -
          0006_orders      live       public_0006_orders      0005_notes (live)
                                                              0006_orders (live)
          0007_split_name  preparing  public_0007_split_name  0007_split_name (backfill)

        Backfills
          users, running, for 0007_split_name
            [#######..........]  43 %  433,000 of 1,000,000 rows, 12,346/s, 40-58 s left
          orders, paused (replica lag), for 0007_split_name
            [....................]   0 %  0 of 5,000 rows
            3 rows could not be converted.

        Waiting
          restore_window  version baseline can be restored until 2026-11-22 09:00, and
                          is contracted by the first advance after that

        Drift
          Trigger public.users.~phase_dual_write is gone.
          `phase doctor` shows how it was.
        """,
        print(BUSY));
  }

  @Test
  void aFailureSaysWhy() {
    assertEquals(
        """
        Schema public has 2 versions, oldest first.

          VERSION        STATE      SCHEMA                CHANGES
          baseline       live       public                -
          0001_quantity  preparing  public_0001_quantity  0001_quantity (backfill)

        Backfills
          orders, failed, for 0001_quantity
            The backfill of orders failed in the rows after id (7) up to id (9)
            (SQLSTATE 22P02: invalid input syntax for type integer: "x"). Mend the row.
            [########............]  40 %  2,000 of 5,000 rows
        """,
        print(
            new Status(
                "public",
                List.of(
                    version("baseline", "public", "live"),
                    version(
                        "0001_quantity", "public_0001_quantity", "preparing", "0001_quantity")),
                List.of(new ChangeStatus("0001_quantity", "backfill", "ab")),
                List.of(
                    new BackfillStatus(
                        "public/0001_quantity/sweep:orders",
                        "0001_quantity",
                        "orders",
                        "failed",
                        "The backfill of orders failed in the rows after id (7) up to id (9)"
                            + " (SQLSTATE 22P02: invalid input syntax for type integer: \"x\"). Mend"
                            + " the row.",
                        2_000,
                        5_000,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0)),
                List.of(),
                List.of())));
  }

  @Test
  void aClosedGateSaysWhatItWaitsFor() {
    assertEquals(
        """
        Schema public has 2 versions, oldest first.

          VERSION     STATE    SCHEMA             CHANGES
          0001_cents  retired  public_0001_cents  0001_cents (done)
          0002_note   live     public_0002_note   0002_note (live)

        Waiting
          no-clients  Version 0001_cents is still used by billing (2 sessions).
        """,
        print(
            new Status(
                "public",
                List.of(
                    version("0001_cents", "public_0001_cents", "retired", "0001_cents"),
                    version("0002_note", "public_0002_note", "live", "0002_note")),
                List.of(
                    new ChangeStatus("0001_cents", "done", "ab"),
                    new ChangeStatus("0002_note", "live", "cd")),
                List.of(),
                List.of(
                    new Waiting(
                        "no-clients",
                        "Version 0001_cents is still used by billing (2 sessions).")),
                List.of())));
  }

  @Test
  void longNamesFold() {
    String name = "0008_" + "a_rather_long_name_".repeat(3).substring(0, 50);
    String out =
        print(
            new Status(
                "public",
                List.of(version(name, "public_" + name, "live", name)),
                List.of(),
                List.of(),
                List.of(),
                List.of()));

    out.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    assertTrue(out.contains("live"), out);
  }

  @Test
  void doneBackfillsAreLeftOut() {
    BackfillStatus done =
        new BackfillStatus("i", "c", "users", "done", "", 1, 1, 0, Optional.empty(),
            Optional.empty(), Optional.empty(), 0);
    String out =
        print(
            new Status(
                "public",
                List.of(version("baseline", "public", "live")),
                List.of(),
                List.of(done),
                List.of(),
                List.of()));

    assertEquals(
        """
        Schema public has 1 version, oldest first.

          VERSION   STATE  SCHEMA  CHANGES
          baseline  live   public  -
        """,
        out);
  }

  private static VersionStatus version(
      String name, String schema, String state, String... changes) {
    return new VersionStatus(
        name, schema, state, List.of(changes), Optional.of(Instant.EPOCH), Optional.empty());
  }

  private static String print(Status status) {
    Terminals streams = Terminals.plain();
    new StatusPrinter(streams.console()).print(status);
    return streams.out();
  }
}
