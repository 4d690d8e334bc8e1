package dev.phase.worker;

import static java.util.Objects.requireNonNull;

import dev.phase.engine.state.Release;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a worker works.
 *
 * @param slots how many slices all workers of a base schema work at once
 * @param poll how often to look for work
 * @param metricsPort where to tell metrics and health; 0 for any that is free
 * @param who for the deployment log
 * @param log takes a line about what could not be done
 */
public record WorkerOptions(
    int slots,
    Duration poll,
    Optional<Integer> metricsPort,
    Release who,
    Consumer<String> log) {

  public static final int MAX_SLOTS = 64;

  public WorkerOptions {
    requireNonNull(metricsPort, "metricsPort is null");
    requireNonNull(who, "who is null");
    requireNonNull(log, "log is null");
    if (slots < 1 || slots > MAX_SLOTS) {
      throw new IllegalArgumentException(
          "%d slots are not possible. Choose 1 to %d.".formatted(slots, MAX_SLOTS));
    }
    if (metricsPort.filter(port -> port < 0 || port > 65_535).isPresent()) {
      throw new IllegalArgumentException(
          "There is no port %d. Choose 1 to 65535.".formatted(metricsPort.get()));
    }
    if (poll.toMillis() < 1) {
      throw new IllegalArgumentException("Work has to be looked for at some time. Choose seconds.");
    }
  }

  /** How often to tidy up. */
  Duration upkeep() {
    return poll.multipliedBy(4);
  }
}
