package dev.phase.engine.execution;

import java.time.Duration;

/**
 * A session that holds what a statement of ours waits for.
 *
 * @param age of its transaction
 * @param query its present or last statement; may be cut, or hidden where we may not see it
 */
public record Blocker(
    int pid, String user, String application, Duration age, String state, String query) {

  @Override
  public String toString() {
    return "session %d (%s, %s, %s for %d s): %s"
        .formatted(pid, user, application, state, age.toSeconds(), query);
  }
}
