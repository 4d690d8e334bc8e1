package dev.phase.engine.execution;

import dev.phase.backfill.Meter;
import dev.phase.plan.Step;
import dev.phase.planning.Plan;
import java.time.Duration;

/** Is told what the engine does, as it does it. Every method has nothing to do by default. */
public interface Listener {

  /** A listener that does not care. */
  Listener NONE = new Listener() {};

  /** A plan starts, or goes on where an earlier run was cut off. */
  default void started(Plan plan, boolean resumed) {}

  /** The rows of a version that is being prepared are swept, or what is left of that. */
  default void preparing(String version) {}

  /** A step begins. */
  default void started(Step step) {}

  /** A step is done. */
  default void finished(Step step, Duration took) {}

  /** A plan is done; the window has moved. */
  default void finished(Plan plan) {}

  /** A statement waits behind another session; told once for each step and session in turn. */
  default void blocked(Step step, Blocker blocker) {}

  /** Rows have been backfilled or verified. */
  default void progress(dev.phase.backfill.Progress progress) {}

  /** Who measures the work on rows. */
  default Meter meter() {
    return Meter.NONE;
  }

  /** Something that the user should know, in one or two sentences. */
  default void notice(String message) {}
}
