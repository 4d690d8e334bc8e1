package dev.phase.worker;

import static java.util.Objects.requireNonNull;

import dev.phase.engine.state.Release;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a worker works.
 *
 * @param slots how many slices all workers of a base schema work at once
 * @param poll how often to look for work
 * @param who for the deployment log
 * @param log takes a line about what could not be done
 */
public record WorkerOptions(int slots, Duration poll, Release who, Consumer<String> log) {

  public static final int MAX_SLOTS = 64;

  public WorkerOptions {
    requireNonNull(who, "who is null");
    requireNonNull(log, "log is null");
    if (slots < 1 || slots > MAX_SLOTS) {
      throw new IllegalArgumentException(
          "%d slots are not possible. Choose 1 to %d.".formatted(slots, MAX_SLOTS));
    }
    if (poll.toMillis() < 1) {
      throw new IllegalArgumentException("Work has to be looked for at some time. Choose seconds.");
    }
  }
}
