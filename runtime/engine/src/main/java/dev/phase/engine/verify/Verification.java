package dev.phase.engine.verify;

import dev.phase.engine.doctor.Check;
import dev.phase.engine.failure.ExitCode;
import java.util.List;

/**
 * What a verification has found.
 *
 * @param drift whether somebody has changed Phase's objects
 */
public record Verification(List<Check> checks, boolean drift) {

  public Verification {
    checks = List.copyOf(checks);
  }

  /** What it means for whoever asked. */
  public ExitCode exitCode() {
    if (drift) {
      return ExitCode.DRIFT;
    }
    return checks.stream().anyMatch(check -> check.result() == Check.Result.PROBLEM)
        ? ExitCode.GATE
        : ExitCode.OK;
  }
}
