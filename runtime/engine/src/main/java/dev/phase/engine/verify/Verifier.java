package dev.phase.engine.verify;

import dev.phase.backfill.Backfill;
import dev.phase.backfill.BackfillException;
import dev.phase.backfill.BatchSettings;
import dev.phase.backfill.ProgressListener;
import dev.phase.backfill.StopSignal;
import dev.phase.backfill.SurveyResult;
import dev.phase.backfill.SyncCheck;
import dev.phase.engine.doctor.Check;
import dev.phase.engine.failure.ExitCode;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.engine.state.Drift;
import dev.phase.schema.TableKey;
import dev.phase.sql.QualifiedName;
import dev.phase.window.Window;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Verifies a window, without any lock of Phase's: everything is read as applications read it. */
public final class Verifier {

  private final Connection connection;
  private final Backfill backfill;
  private final BatchSettings settings;
  private final StopSignal stop;

  /**
   * @param settings how fast to go over the rows, and when to wait
   */
  public Verifier(
      Connection connection, Backfill backfill, BatchSettings settings, StopSignal stop) {
    this.connection = connection;
    this.backfill = backfill;
    this.settings = settings;
    this.stop = stop;
  }

  /**
   * @param unfinished whether a movement is: then drift is not told from what it has done so far
   */
  public Verification verify(
      Window window, List<Drift> drift, boolean unfinished, ProgressListener listener) {
    List<Check> checks = new ArrayList<>();
    for (Drift object : drift) {
      checks.add(
          Check.problem("drift", object.describe(), "`phase doctor` shows how it was."));
    }
    if (unfinished) {
      checks.add(
          Check.warning(
              "drift",
              "A movement is unfinished, so what Phase has made cannot be compared.",
              "Finish it with `phase advance`, and verify again."));
    } else if (drift.isEmpty()) {
      checks.add(Check.ok("drift", "What Phase has made is as it left it."));
    }
    checks.addAll(new Doorplates(connection).all(window));
    checks.addAll(new Proofs(connection, window).all());
    Conversions.of(window)
        .forEach((table, rules) -> checks.add(survey(window, table, rules, listener)));
    return new Verification(checks, !drift.isEmpty());
  }

  private Check survey(
      Window window, TableKey key, List<SyncCheck> rules, ProgressListener listener) {
    QualifiedName table = window.table(key);
    String what = "rows of " + table.name();
    List<SyncCheck> telling = rules.stream().filter(SyncCheck::isTelling).toList();
    if (telling.isEmpty()) {
      return Check.ok(what, "Their values are volatile, so there is nothing to compare.");
    }
    SurveyResult found = survey(table, telling, listener);
    String untold =
        "%d more could not be compared, such as %s"
            .formatted(found.untold(), found.reason().orElse("?"));
    if (found.wrong() > 0) {
      return Check.problem(
          what,
          "In %d of %d the versions do not agree, such as %s%s."
              .formatted(
                  found.wrong(),
                  found.rows(),
                  found.example().orElse("?"),
                  found.untold() == 0 ? "" : "; " + untold),
          "Find out who writes past the triggers, and set the columns again through one version.");
    }
    return found.untold() > 0
        ? Check.problem(
            what,
            "%d agree between the versions; %s.".formatted(found.rows() - found.untold(), untold),
            "Let `up` and `down` give a value for every row, or mend the rows.")
        : Check.ok(what, "All %d agree between the versions.".formatted(found.rows()));
  }

  private SurveyResult survey(
      QualifiedName table, List<SyncCheck> rules, ProgressListener listener) {
    try {
      SurveyResult found = backfill.survey(table, rules, settings, listener, stop);
      if (stop.isRaised()) {
        throw new PhaseException(ExitCode.STOPPED, "Stopped in between. Run it again.");
      }
      return found;
    } catch (BackfillException e) {
      throw SqlFailure.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PhaseException(ExitCode.STOPPED, "Stopped in between. Run it again.", e);
    }
  }
}
