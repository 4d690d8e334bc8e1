package dev.phase.engine.state;

import static java.util.Objects.requireNonNull;

import dev.phase.change.Change;
import dev.phase.engine.failure.PhaseException;
import dev.phase.engine.failure.SqlFailure;
import dev.phase.planning.Move;
import dev.phase.planning.Plan;
import dev.phase.sql.Identifier;
import dev.phase.window.Window;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Reads and writes the state of one base schema. It takes part in whatever transaction the connection
 * is in, so that a step and its ledger row commit together; it begins and ends none.
 */
public final class Store {

  private final Handle handle;
  private final String base;
  private final WindowTable windows;
  private final ChangeTable changes;
  private final PlanTable plans;
  private final ObjectTable objects;

  public Store(Connection connection, Identifier baseSchema) {
    this.handle = Jdbi.create(requireNonNull(connection, "connection is null")).open();
    this.base = baseSchema.value();
    this.windows = new WindowTable(handle, base);
    this.changes = new ChangeTable(handle, base);
    this.plans = new PlanTable(handle, base);
    this.objects = new ObjectTable(handle, base);
  }

  /** Takes the base schema into care, with this window. */
  public void create(Window window) {
    translated(
        () -> {
          windows.insert(window);
          return window;
        });
  }

  /** The present window. */
  public Window window() {
    return translated(windows::read);
  }

  /** A new epoch: from now on no step of an older one commits. */
  public long takeEpoch() {
    return translated(windows::takeEpoch);
  }

  /** Whether this is still the newest epoch; keeps it so until the transaction ends. */
  public boolean holdsEpoch(long epoch) {
    return windows.holdsEpoch(epoch);
  }

  /** The plan that was begun and neither finished nor abandoned. */
  public Optional<StoredPlan> unfinished() {
    return translated(plans::unfinished);
  }

  /**
   * Stores a plan before its first step runs. A version that enters is in the window from here on.
   *
   * @param made the changes that its version is made of; empty where it only moves
   */
  public StoredPlan begin(Plan plan, List<Change> made, Release release) {
    made.forEach(change -> changes.insert(change, plan.version()));
    StoredPlan stored = plans.insert(plan, release);
    if (plan.move() == Move.EXPAND) {
      windows.save(plan.after());
    }
    return stored;
  }

  /** Records that a step is done. */
  public void stepDone(StoredPlan plan, int place) {
    plans.stepDone(plan, place);
  }

  /** Records that a plan is done, and that the window has moved. */
  public void finish(StoredPlan stored) {
    windows.save(stored.plan().after());
    if (stored.plan().move() == Move.PUBLISH) {
      plans.sweepFailed(stored.plan().version(), Optional.empty());
    }
    if (stored.plan().move() == Move.ROLLBACK) {
      changes.rolledBack(stored.plan().version());
    }
    if (stored.plan().move() == Move.RESTORE) {
      windows.withdrawApproval(stored.plan().version());
    }
    plans.end(stored, PlanState.DONE);
  }

  /** Takes Phase's objects as they are now for what they should be. */
  public void recordObjects() {
    objects.record(window());
  }

  /** Records why a command could not finish a plan; the next one tries again. */
  public void failed(StoredPlan plan, PhaseException reason) {
    plans.failed(plan, reason);
  }

  /** Records why a command could not convert the rows of a version, until it is published. */
  public void sweepFailed(String version, String message) {
    translated(
        () -> {
          plans.sweepFailed(version, Optional.of(message));
          return message;
        });
  }

  /** Records that a plan will not be finished. */
  public void abandon(StoredPlan stored) {
    plans.end(stored, PlanState.ABANDONED);
  }

  /** For what is done apart from steps, which look at failures themselves. */
  private static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException e) {
      throw SqlFailure.of(SqlFailure.cause(e));
    }
  }
}
