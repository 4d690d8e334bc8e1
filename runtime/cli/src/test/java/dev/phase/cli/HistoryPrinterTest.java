package dev.phase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.engine.state.LogEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The deployment log, at 80 columns. */
final class HistoryPrinterTest {

  private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

  @Test
  void whatWasDoneWhatRunsAndWhatFailed() {
    assertEquals(
        """
          TIME (UTC)        MOVE     VERSION      RELEASE    BY           OUTCOME
          2026-11-21 09:00  publish  0002_number  2026.11.4  ci@runner-1  failed
                                                  (7.2.0)
          2026-11-21 09:00  expand   0002_number  2026.11.4  ci@runner-1  done in 2 s
                                                  (7.2.0)
          2026-11-21 09:00  retire   baseline     -          ci@runner-1  running

        Publish 0002_number: A row of orders cannot be converted, such as id (7)
        (SQLSTATE 22P02: invalid input syntax). Mend what is wrong and run `phase
        advance` again.
        """,
        print(
            List.of(
                entry(
                    "publish",
                    "0002_number",
                    "running",
                    Optional.of("2026.11.4"),
                    Optional.empty(),
                    Optional.of(
                        "A row of orders cannot be converted, such as id (7) (SQLSTATE 22P02:"
                            + " invalid input syntax). Mend what is wrong and run `phase advance`"
                            + " again.")),
                entry(
                    "expand",
                    "0002_number",
                    "done",
                    Optional.of("2026.11.4"),
                    Optional.of(START.plusSeconds(2)),
                    Optional.empty()),
                entry(
                    "retire",
                    "baseline",
                    "running",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))));
  }

  private static LogEntry entry(
      String move,
      String version,
      String outcome,
      Optional<String> release,
      Optional<Instant> end,
      Optional<String> failure) {
    return new LogEntry(
        1,
        move,
        version,
        List.of(version),
        List.of(),
        outcome,
        release,
        release.map(label -> "7.2.0"),
        "ci",
        "shop_migrator",
        "runner-1",
        START,
        end,
        failure);
  }

  private static String print(List<LogEntry> history) {
    Terminals streams = Terminals.plain();
    new HistoryPrinter(streams.console()).print(history);
    return streams.out();
  }
}
